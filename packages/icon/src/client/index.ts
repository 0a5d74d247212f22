export { createNodeClient } from './client.ts';
export type { NodeClient } from './client.ts';
export {
  isTransient,
  nodeAnswerDamaged,
  nodeAnswerTooLarge,
  nodeBehind,
  nodeBusy,
  nodeContractFailed,
  nodeExecuting,
  nodeFailed,
  nodeNotFound,
  nodeNotIcon,
  nodeOtherNetwork,
  nodePending,
  nodeRefused,
  nodeRequestUnusable,
  nodeTimeout,
  nodeUnreachable,
} from './errors.ts';
export type { NodeError } from './errors.ts';
export type { NextBlockOptions } from './block-stream.ts';
export type { NodeStanding, NodeState } from './nodes.ts';
export type { CallOptions, NodeClientSettings } from './settings.ts';
export type { NetworkInfo } from './network-info.ts';
export { linkAbort } from './linked-abort.ts';
export type { LinkedAbort } from './linked-abort.ts';
export { nodeUrlInvalid, parseNodeUrl } from './node-url.ts';
export type { RpcAnswer, RpcRequest } from './rpc.ts';
