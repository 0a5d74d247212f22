import { STATUS_CODES } from 'node:http';
import { printable } from '@madang/errors';
import { isObject, type JsonObject } from '../fields.ts';
import { checkNumbers } from '../json-numbers.ts';
import { checkJson } from '../json.ts';
import { malformed } from '../malformed.ts';
import {
  nodeAnswerDamaged,
  nodeBusy,
  nodeNotIcon,
  nodeRequestUnusable,
  refusal,
  type NodeError,
} from './errors.ts';
import type { HttpAnswer } from './transport.ts';

/** A question to the node: a method of its JSON-RPC interface and the parameters as an object. */
export interface RpcRequest {
  readonly method: string;
  readonly params?: JsonObject;
}

/** The node's answer to one request of a batch: a result, or the error in its place. */
export type RpcAnswer =
  { readonly result: unknown; readonly error?: undefined } | { readonly error: NodeError };

/** The result, or the error thrown. */
export function resultOf(answer: RpcAnswer | undefined): unknown {
  if (answer?.error !== undefined) throw answer.error;
  return answer?.result;
}

/** Thrown when the node takes fewer requests in one batch. */
export class BatchTooLong extends Error {
  override readonly name = 'BatchTooLong';
}

/** The body of a request, or of a batch if there are several. Ids are the positions. */
export function encode(requests: readonly RpcRequest[]): string {
  const items = requests.map(encodeOne);
  return items.length === 1 ? (items[0] ?? '') : `[${items.join()}]`;
}

function encodeOne({ method, params }: RpcRequest, id: number): string {
  try {
    return JSON.stringify({ jsonrpc: '2.0', id, method, params });
  } catch (error) {
    const reason = error instanceof RangeError ? 'they are nested too deep' : printable(String(error), 200);
    throw nodeRequestUnusable({ method, reason }, error);
  }
}

/**
 * Matches an HTTP answer to the requests it is for. Errors of single requests become values, and so does a result that is
 * nested too deep, which a contract can give. An answer that is no JSON-RPC answer, refuses the batch as a whole, or has a
 * number that would not stay what it is, is thrown.
 */
export function decode(answer: HttpAnswer, requests: readonly RpcRequest[], url: string): RpcAnswer[] {
  if (answer.status === 413 && requests.length > 1) throw new BatchTooLong();
  // Who limits the rate may do so in the form of JSON-RPC.
  if (answer.status === 429) throw strange(answer, url);
  const items = itemsOf(parseBody(answer, url), answer, requests, url);
  checkNumbers(answer.body, `the answer of ${url} to ${methodsOf(requests)}`);
  return matchById(items, requests, url);
}

function itemsOf(
  json: unknown,
  answer: HttpAnswer,
  requests: readonly RpcRequest[],
  url: string,
): readonly unknown[] {
  if (Array.isArray(json) && requests.length > 1) return json;
  if (!isRpcAnswer(json)) throw strange(answer, url);
  if (requests.length > 1) throw refusedAsAWhole(answer, json, url);
  return [isErrorWithoutId(json) ? { ...json, id: 0 } : json];
}

function methodsOf([first, ...others]: readonly RpcRequest[]): string {
  return `${first?.method ?? ''}${others.length === 0 ? '' : ` and ${others.length} more`}`;
}

// The beginning of every answer of a node.
const BEGINNING = /^\s*(\[\s*)?\{\s*"jsonrpc"/;

function parseBody(answer: HttpAnswer, url: string): unknown {
  try {
    return JSON.parse(answer.body) as unknown;
  } catch {
    const cutShort = answer.status === 200 && BEGINNING.test(answer.body);
    throw cutShort ? nodeAnswerDamaged({ url, found: described(answer) }) : strange(answer, url);
  }
}

// What nodes and the proxies before them answer while they are overloaded or being started.
const COMES_BACK = new Set([408, 425, 429, 500, 502, 503, 504]);

/** The error for an answer that is not JSON-RPC, or asks to come back later. */
function strange(answer: HttpAnswer, url: string): NodeError {
  const { status, retryAfterMs } = answer;
  if (!COMES_BACK.has(status)) return nodeNotIcon({ url, found: described(answer) });
  const reason = `HTTP ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd();
  const limited = status === 429 || retryAfterMs !== undefined;
  return nodeBusy({ url, reason, limited, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
}

function described({ status, contentType, body }: HttpAnswer): string {
  return `HTTP ${status} ${printable(contentType, 60)} ${excerpt(body)}`;
}

function excerpt(body: string): string {
  return body === '' ? '(empty)' : `"${printable(body.trim().replace(/\s+/g, ' '), 80)}"`;
}

function isRpcAnswer(json: unknown): json is JsonObject {
  return isObject(json) && json['jsonrpc'] === '2.0' && ('result' in json || isObject(json['error']));
}

function isErrorWithoutId(json: JsonObject): boolean {
  return 'error' in json && (json['id'] ?? null) === null;
}

function refusedAsAWhole(answer: HttpAnswer, json: JsonObject, url: string): Error {
  const error = json['error'];
  if (answer.status === 503 && isObject(error) && error['code'] === -32600) return new BatchTooLong();
  return isObject(error) ? refusalOf(error, 'a batch', url) : strange(answer, url);
}

function matchById(items: readonly unknown[], requests: readonly RpcRequest[], url: string): RpcAnswer[] {
  const found = new Map<unknown, RpcAnswer>();
  for (const item of items) {
    if (!isRpcAnswer(item)) {
      throw nodeNotIcon({ url, found: 'a list with an item that is no JSON-RPC answer' });
    }
    const { id } = item;
    const again = found.has(id);
    found.set(id, again ? damaged(url, `two answers to one request`) : answerOf(item, requests, url));
  }
  return requests.map(
    (_, id) => found.get(id) ?? damaged(url, `no answer to request ${id} of ${requests.length}`),
  );
}

function answerOf(
  { id, error, result }: JsonObject,
  requests: readonly RpcRequest[],
  url: string,
): RpcAnswer {
  const method = (typeof id === 'number' ? requests[id]?.method : undefined) ?? 'a request';
  return isObject(error) ? { error: refusalOf(error, method, url) } : checked(result, method);
}

function checked(result: unknown, method: string): RpcAnswer {
  try {
    checkJson(result, `the result of ${method}`);
    return { result };
  } catch (error) {
    if (malformed.is(error)) return { error };
    throw error;
  }
}

function damaged(url: string, found: string): RpcAnswer {
  return { error: nodeAnswerDamaged({ url, found }) };
}

function refusalOf(error: JsonObject, method: string, url: string): NodeError {
  const rpcCode = typeof error['code'] === 'number' ? error['code'] : 0;
  const said = typeof error['message'] === 'string' ? printable(error['message'], 200) : 'no reason';
  return refusal({ url, method, rpcCode, said });
}
