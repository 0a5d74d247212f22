/** What RLP writes: bytes, or a list of such. */
export type RlpItem = Uint8Array | readonly RlpItem[];

const SHORT = 56;
const STRING = 0x80;
const LIST = 0xc0;

/** Recursive length prefix, as block headers and votes are written in. */
export function encodeRlp(item: RlpItem): Buffer {
  if (item instanceof Uint8Array) {
    const [first = STRING] = item;
    return item.length === 1 && first < STRING ? Buffer.from(item) : withLength(STRING, Buffer.from(item));
  }
  return withLength(LIST, Buffer.concat(item.map(encodeRlp)));
}

function withLength(base: number, content: Buffer): Buffer {
  if (content.length < SHORT) return Buffer.concat([Buffer.of(base + content.length), content]);
  const digits = content.length.toString(16);
  const length = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.of(base + SHORT - 1 + length.length), length, content]);
}
