import { RpcFailure } from '../rpc/failure.ts';

/** Not a request of this stream: no JSON, an unknown member, a value of another type. */
export const badRequest = () => new RpcFailure(-32700, 'bad event request');
/** As many streams are open as the node allows. */
export const tooManyStreams = () => new RpcFailure(-31005, 'too many monitor');
/** A filter of the event stream that makes no sense. */
export const badEventFilter = () => new RpcFailure(-32602, 'bad event request parameter');
/** A filter of the block stream that makes no sense. */
export const badBlockFilter = (index: number, reason: string) =>
  new RpcFailure(-32602, `fail to compile idx:${index}, err:${reason}`);
/** Null among the filters of the block stream. */
export const nullBlockFilter = (index: number) => new RpcFailure(-32602, `null filter idx:${index}`);
/** A start before the first block. */
export const belowGenesis = (height: bigint) =>
  new RpcFailure(-32602, `given height(${height}) is lower than genesis height(0)`);
