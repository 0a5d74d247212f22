import { invalidRequest, parseError } from './failure.ts';

/**
 * Lists and objects within one another, at most. A goloop node takes 10,000; but what hands a transaction's data on would give up
 * before that, and clients read answers of a thousand.
 */
const MOST_LEVELS = 500;

/** The JSON of a request's body. Throws an RpcFailure for what is none, or is nested too deep. */
export function parseBody(body: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(wellFormed(body));
  } catch {
    throw parseError();
  }
  if (isDeeperThan(MOST_LEVELS, json)) throw invalidRequest('fail to unmarshal, exceeded max depth');
  return json;
}

/** A pair of surrogates, half of one by itself, or any other escape. */
const ESCAPE =
  /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(u[dD][89a-fA-F][\da-fA-F]{2})|[^])/g;

/** A node keeps texts as UTF-8, which has no half of a pair of surrogates: it reads U+FFFD, as Go does. */
function wellFormed(json: string): string {
  return json.replace(ESCAPE, (escape: string, half: string | undefined) =>
    half === undefined ? escape : String.raw`\ufffd`,
  );
}

function isDeeperThan(levels: number, json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return levels === 0 || Object.values(json).some((member) => isDeeperThan(levels - 1, member));
}
