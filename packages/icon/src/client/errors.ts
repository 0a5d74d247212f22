import { defineError, type CodedError } from '@madang/errors';

/** An error that the node client throws or puts in place of an answer; its code begins with `NODE_`. */
export type NodeError = CodedError;

/** Nothing answers at the address: refused, unknown host, connection lost. */
export const nodeUnreachable = defineError<{ url: string; reason: string }>({
  code: 'NODE_UNREACHABLE',
  status: 503,
  retry: 'later',
  message: ({ url, reason }) =>
    `The node at ${url} cannot be reached (${reason}). Check the address and that the node runs.`,
});

/** The node took a request and did not answer it in time. */
export const nodeTimeout = defineError<{ url: string; seconds: number }>({
  code: 'NODE_TIMEOUT',
  status: 504,
  retry: 'later',
  message: ({ url, seconds }) =>
    `The node at ${url} did not answer within ${seconds} s. It may be overloaded; try again later.`,
});

/** The node, or the proxy before it, asks to come back later. */
export const nodeBusy = defineError<{ url: string; reason: string; retryAfterMs?: number; limited: boolean }>(
  {
    code: 'NODE_BUSY',
    status: 503,
    retry: 'later',
    message: ({ url, reason }) =>
      `The node at ${url} is busy (${reason}). Ask less often, or use another node.`,
  },
);

/** An answer that was cut short or mangled on the way. */
export const nodeAnswerDamaged = defineError<{ url: string; found: string }>({
  code: 'NODE_ANSWER_DAMAGED',
  status: 502,
  retry: 'later',
  message: ({ url, found }) =>
    `The answer of the node at ${url} is damaged: ${found}. Try again; if it stays so, look at what lies between.`,
});

/** Something answers, but not the JSON-RPC interface of an ICON node. */
export const nodeNotIcon = defineError<{ url: string; found: string }>({
  code: 'NODE_NOT_ICON',
  status: 502,
  retry: 'never',
  message: ({ url, found }) =>
    `What answers at ${url} is not an ICON node: ${found}. The address of a node usually ends in /api/v3.`,
});

/** An answer to a single request that is larger than the client takes. */
export const nodeAnswerTooLarge = defineError<{ url: string; method: string; maxBytes: number }>({
  code: 'NODE_ANSWER_TOO_LARGE',
  status: 502,
  retry: 'never',
  message: ({ url, method, maxBytes }) =>
    `The answer of the node at ${url} to ${method} is larger than ${maxBytes} bytes. Raise the largest answer size.`,
});

/** A request that JSON cannot carry: nested without end, a bigint. */
export const nodeRequestUnusable = defineError<{ method: string; reason: string }>({
  code: 'NODE_REQUEST_UNUSABLE',
  status: 400,
  retry: 'never',
  message: ({ method, reason }) =>
    `${method} cannot be sent to a node, because its parameters are no JSON: ${reason}. Numbers go as text such as 0x1f.`,
});

/** One of several nodes that is not asked in place of another, because it serves another network. */
export const nodeOtherNetwork = defineError<{ url: string; reason: string }>({
  code: 'NODE_OTHER_NETWORK',
  status: 502,
  retry: 'never',
  message: ({ url, reason }) =>
    `The node at ${url} is not asked in place of another: ${reason}. Name only nodes of one network.`,
});

/** One of several nodes that is not asked in place of another, because it is not as far. */
export const nodeBehind = defineError<{ url: string; height: number }>({
  code: 'NODE_BEHIND',
  status: 503,
  retry: 'later',
  message: ({ url, height }) =>
    `The node at ${url} is not asked in place of another: it does not have block ${height}, which was read before. ` +
    'It may still be catching up.',
});

interface Refusal {
  readonly url: string;
  readonly method: string;
  /** JSON-RPC error code. */
  readonly rpcCode: number;
  /** What the node said, printable. */
  readonly said: string;
}

/** No such block, transaction or contract, or not yet, or no longer (pruned). */
export const nodeNotFound = defineError<Refusal>({
  code: 'NODE_NOT_FOUND',
  status: 404,
  retry: 'never',
  message: ({ url, method, said }) => `The node at ${url} has no answer to ${method}: ${said}.`,
});

/** The transaction is in the newest block; its result exists once the next block does. */
export const nodeExecuting = defineError<Refusal>({
  code: 'NODE_EXECUTING',
  status: 503,
  retry: 'later',
  message: ({ method }) => `${method}: the transaction is in the newest block; ask again after the next one.`,
});

/** The transaction is not in a block yet. */
export const nodePending = defineError<Refusal>({
  code: 'NODE_PENDING',
  status: 503,
  retry: 'later',
  message: ({ method }) => `${method}: the transaction is not in a block yet; ask again later.`,
});

/** A fault of the node itself while it handled a request. */
export const nodeFailed = defineError<Refusal>({
  code: 'NODE_FAILED',
  status: 502,
  retry: 'later',
  message: ({ url, method, rpcCode, said }) =>
    `The node at ${url} failed at ${method} (${rpcCode}): ${said}. Try again later.`,
});

/** A contract answered a query with a failure. */
export const nodeContractFailed = defineError<Refusal>({
  code: 'NODE_CONTRACT_FAILED',
  status: 422,
  retry: 'never',
  message: ({ method, rpcCode, said }) =>
    `The contract failed at ${method} (${rpcCode}): ${said}. Check the method and its parameters.`,
});

/** The node does not accept the request: unknown method, wrong parameters. */
export const nodeRefused = defineError<Refusal>({
  code: 'NODE_REFUSED',
  status: 400,
  retry: 'never',
  message: ({ url, method, rpcCode, said }) =>
    `The node at ${url} refused ${method} (${rpcCode}): ${said}. Check the request and the version of the node.`,
});

const KIND_OF_CODE = new Map([
  [-31002, nodePending],
  [-31003, nodeExecuting],
  [-31004, nodeNotFound],
  [-32603, nodeFailed],
  [-32000, nodeFailed],
  [-31000, nodeFailed],
  [-31001, nodeFailed],
  [-31005, nodeFailed],
  [-31006, nodeFailed],
  [-31007, nodeFailed],
]);

/** The error that a JSON-RPC error object stands for. */
export function refusal(details: Refusal): NodeError {
  const { rpcCode } = details;
  const contract = rpcCode <= -30000 && rpcCode > -31000;
  return (contract ? nodeContractFailed : (KIND_OF_CODE.get(rpcCode) ?? nodeRefused))(details);
}

/** Whether the same request may well succeed a moment later: trouble of the way, not of the request. */
export function isTransient(error: unknown): error is NodeError {
  return [nodeUnreachable, nodeTimeout, nodeBusy, nodeAnswerDamaged].some((kind) => kind.is(error));
}
