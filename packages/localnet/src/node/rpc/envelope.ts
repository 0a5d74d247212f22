import { isObject, type JsonObject } from '@madang/icon';
import { parseBody } from './body.ts';
import {
  batchTooLong,
  emptyBatch,
  internalError,
  invalidRequest,
  methodNotFound,
  RpcFailure,
} from './failure.ts';

/** A method of the node: takes the parameters as sent, gives the result as JSON text, or throws an {@link RpcFailure}. */
export type Method = (params: unknown, asked: Asked) => string | Promise<string>;

/** What a client says beside its request. */
export interface Asked {
  /** How long it waits for a result, in milliseconds, by its header `Icon-Options: timeout=…`. */
  readonly waitMs: number | undefined;
}

/** What is answered by which methods, and to how many requests at a time. */
export interface Answering {
  readonly methods: ReadonlyMap<string, Method>;
  readonly batchLimit: number;
}

/** What to send back. An empty body stands for a request that wants no answer. */
export interface Reply {
  readonly status: number;
  readonly body: string;
}

const MEMBERS = new Set(['jsonrpc', 'method', 'params', 'id']);

/**
 * Answers the body of an HTTP request with the node's conventions: 400 for a single request that fails, 200 for batches,
 * 503 for batches that are too long, an empty 200 for a request without id.
 */
export async function answerBody(
  body: string,
  { methods, batchLimit }: Answering,
  asked: Asked = NOTHING_SAID,
): Promise<Reply> {
  let json: unknown;
  try {
    json = parseBody(body);
  } catch (error) {
    return failed(400, failureOf(error));
  }
  if (!Array.isArray(json)) return answerOne(json, methods, asked);
  if (json.length === 0) return failed(400, emptyBatch());
  if (json.length > batchLimit) return failed(503, batchTooLong());
  const replies = await Promise.all(json.map((item) => answerOne(item, methods, asked)));
  const answers = replies.map(({ body }) => body).filter((answer) => answer !== '');
  return { status: 200, body: `[${answers.join(',')}]` };
}

const NOTHING_SAID: Asked = { waitMs: undefined };

async function answerOne(
  request: unknown,
  methods: ReadonlyMap<string, Method>,
  asked: Asked,
): Promise<Reply> {
  const id = isObject(request) ? (request['id'] ?? null) : null;
  try {
    const { method, params } = checkRequest(request);
    const answer = methods.get(method);
    if (answer === undefined) throw methodNotFound();
    if (id === null) return await notified(answer, params, asked);
    const result = await answer(params, asked);
    return { status: 200, body: `{"jsonrpc":"2.0","result":${result},"id":${JSON.stringify(id)}}` };
  } catch (error) {
    return failed(400, failureOf(error), id);
  }
}

const failureOf = (error: unknown): RpcFailure =>
  error instanceof RpcFailure ? error : internalError(String(error));

/** A request without an id is done, and nobody is told how that went. */
async function notified(method: Method, params: unknown, asked: Asked): Promise<Reply> {
  try {
    await method(params, asked);
  } catch (error) {
    if (!(error instanceof RpcFailure)) throw error;
  }
  return { status: 200, body: '' };
}

function failed(status: number, failure: RpcFailure, id: unknown = null): Reply {
  return { status, body: `{"jsonrpc":"2.0","error":${failure.toText()},"id":${JSON.stringify(id)}}` };
}

function checkRequest(request: unknown): { method: string; params: unknown } {
  if (!isObject(request)) throw invalidRequest('fail to unmarshal, request must be object type');
  checkTypes(request);
  const { jsonrpc, id, method, params } = request;
  if (jsonrpc === undefined || jsonrpc === null || jsonrpc === '')
    throw invalidRequest(`fail to validate, required('jsonrpc')`);
  if (jsonrpc !== '2.0') throw invalidRequest(`fail to validate, version('jsonrpc')`);
  if (typeof id === 'boolean' || isObject(id)) throw invalidRequest(`fail to validate, id('id')`);
  if (typeof method !== 'string') throw invalidRequest(`fail to validate, required('method')`);
  return { method, params };
}

function checkTypes(request: JsonObject): void {
  for (const [name, value] of Object.entries(request)) {
    if (!MEMBERS.has(name)) throw invalidRequest(`fail to unmarshal, unknown field '${name}'`);
    const text = name === 'jsonrpc' || name === 'method';
    if (text && value !== null && typeof value !== 'string') {
      throw invalidRequest(`fail to unmarshal, '${name}' must be string type`);
    }
  }
}
