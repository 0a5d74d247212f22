/** What was sent with a transaction, read as far as its kind says how. */
export interface TransactionInput {
  /** Set when the bytes are UTF-8. */
  readonly text: string | null;
  /** Set when the text is JSON, or the data itself is an object. */
  readonly json: unknown;
  readonly mediaType: string;
  readonly method: string | null;
  readonly params: unknown;
}

const HEX = /^0x([0-9a-f]{2})*$/;

/** Reads the data of a transaction; null when it has none. Never throws: what cannot be read stays bytes. */
export function readInput(data: unknown): TransactionInput | null {
  if (data === null || data === undefined) return null;
  if (typeof data === 'string') return readMessage(data);
  if (!isObject(data))
    return { text: null, json: data, mediaType: 'application/json', method: null, params: null };
  const contentType = data['contentType'];
  return {
    text: null,
    json: data,
    mediaType: typeof contentType === 'string' ? contentType : 'application/json',
    method: typeof data['method'] === 'string' ? data['method'] : null,
    params: data['params'] ?? null,
  };
}

function readMessage(data: string): TransactionInput {
  const text = HEX.test(data) ? decodeUtf8(data) : data;
  if (text === null)
    return { text: null, json: null, mediaType: 'application/octet-stream', method: null, params: null };
  const json = parseJson(text);
  const mediaType = json === null ? 'text/plain; charset=utf-8' : 'application/json';
  return { text, json, mediaType, method: null, params: null };
}

function decodeUtf8(hex: string): string | null {
  const bytes = Uint8Array.from(hex.slice(2).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

// A bare number or word is JSON too, but nobody who wrote "1" meant that.
function parseJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
