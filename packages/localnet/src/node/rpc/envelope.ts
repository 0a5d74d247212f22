import { isObject, type JsonObject } from '@madang/icon';
import {
  batchTooLong,
  emptyBatch,
  internalError,
  invalidRequest,
  methodNotFound,
  parseError,
  RpcFailure,
} from './failure.ts';

/** A method of the node: takes the parameters as sent, gives the result as JSON text, or throws an {@link RpcFailure}. */
export type Method = (params: unknown) => string;

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
export function answerBody(body: string, methods: ReadonlyMap<string, Method>, batchLimit: number): Reply {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return failed(400, parseError());
  }
  if (!Array.isArray(json)) return answerOne(json, methods);
  if (json.length === 0) return failed(400, emptyBatch());
  if (json.length > batchLimit) return failed(503, batchTooLong());
  const answers = json.map((item) => answerOne(item, methods).body).filter((answer) => answer !== '');
  return { status: 200, body: `[${answers.join(',')}]` };
}

function answerOne(request: unknown, methods: ReadonlyMap<string, Method>): Reply {
  const id = isObject(request) ? (request['id'] ?? null) : null;
  try {
    const { method, params } = checkRequest(request);
    const answer = methods.get(method);
    if (answer === undefined) throw methodNotFound();
    if (id === null) return { status: 200, body: '' };
    return { status: 200, body: `{"jsonrpc":"2.0","result":${answer(params)},"id":${JSON.stringify(id)}}` };
  } catch (error) {
    return failed(400, error instanceof RpcFailure ? error : internalError(String(error)), id);
  }
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
