export { createNodeClient } from './client.ts';
export type { NodeClient } from './client.ts';
export {
  isTransient,
  nodeAnswerDamaged,
  nodeAnswerTooLarge,
  nodeBusy,
  nodeContractFailed,
  nodeExecuting,
  nodeFailed,
  nodeNotFound,
  nodeNotIcon,
  nodePending,
  nodeRefused,
  nodeTimeout,
  nodeUnreachable,
} from './errors.ts';
export type { NodeError } from './errors.ts';
export type { NodeState } from './exchange.ts';
export type { CallOptions, NodeClientSettings } from './settings.ts';
export type { NetworkInfo } from './network-info.ts';
export { nodeUrlInvalid, parseNodeUrl } from './node-url.ts';
export type { RpcAnswer, RpcRequest } from './rpc.ts';
