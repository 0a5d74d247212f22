/** An error object of JSON-RPC, as a goloop node writes it. */
export class RpcFailure extends Error {
  readonly code: number;
  readonly data: string | undefined;

  constructor(code: number, message: string, data?: string) {
    super(message);
    this.code = code;
    this.data = data;
  }

  /** The error object as JSON text, members in the node's order. */
  toText(): string {
    return JSON.stringify({ code: this.code, message: this.message, data: this.data });
  }
}

/** The body is not JSON. */
export const parseError = () => new RpcFailure(-32700, 'ParseError');
/** A batch without requests. */
export const emptyBatch = () => new RpcFailure(-32600, 'InvalidRequest');
/** More requests than the node takes in a batch; sent with status 503. */
export const batchTooLong = () => new RpcFailure(-32600, 'InvalidRequest', 'too many request');
/** Not a JSON-RPC request. */
export const invalidRequest = (what: string) => new RpcFailure(-32600, `InvalidRequest: ${what}`);
/** No such method. */
export const methodNotFound = () => new RpcFailure(-32601, 'MethodNotFound');
/** Parameters that do not fit the method. */
export const invalidParams = (what: string) => new RpcFailure(-32602, `InvalidParams: ${what}`);
/** A fault of the replay itself. */
export const internalError = (what: string) => new RpcFailure(-32603, `InternalError: ${what}`);
/** A transaction that the node does not take; the number is goloop's own of the reason. */
export const refused = (code: number, what: string) =>
  new RpcFailure(-31000, `SystemError: E${code}:${what}`);
/** A transaction with data or a signature that cannot be. */
export const notVerified = () => refused(2005, 'Failed to verify transaction');
/** More transactions wait than the node keeps. */
export const poolOverflow = () => new RpcFailure(-31001, 'PoolOverflow: E2001:TransactionPoolOverflow');
/** The transaction waits for a block. */
export const pending = () => new RpcFailure(-31002, 'Pending: Pending');
/** A result did not come in the time that the client gave; the transaction was sent. */
export const timedOut = (hash: string) => new RpcFailure(-31006, 'Timeout: Timeout', hash);
/** The result is not there before the next block. */
export const executing = () => new RpcFailure(-31003, 'Executing: Executing');
/** No such block, transaction or contract, or not yet. */
export const notFound = (what: string) => new RpcFailure(-31004, `NotFound: ${what}`);

/** Failure `code` of a contract in a query. */
export const contractFailure = (code: number, name: string) =>
  new RpcFailure(-30000 - code, `SCOREError(${-30000 - code}): E${String(code).padStart(4, '0')}:${name}`);

/** Something a real node answers but a recording does not know: refused like an unknown method, with the reason. */
export const notRecorded = (what: string) =>
  new RpcFailure(-32601, `MethodNotFound: a replay does not answer ${what}`);

/** A method that a real node answers, and this one does not. */
export const notServed = (method: string) =>
  new RpcFailure(-32601, `MethodNotFound: localnet does not answer ${method}`);
