/** An RLP list of integers as contracts write it: big-endian two's complement. */
export function rlpIntegers(values: readonly bigint[]): Buffer {
  return rlpList(values.map(twosComplement));
}

/** An RLP list of byte strings; of lists when `nested`; a byte below 0x80 stands for itself unless `short` is false. */
export function rlpList(items: readonly Buffer[], { nested = false, short = true } = {}): Buffer {
  const content = Buffer.concat(
    items.map((bytes) => {
      const bare = nested || (short && bytes.length === 1 && (bytes[0] ?? 0) < 0x80);
      return bare ? bytes : Buffer.concat([header(0x80, bytes.length), bytes]);
    }),
  );
  return Buffer.concat([header(0xc0, content.length), content]);
}

function header(kind: number, length: number): Buffer {
  if (length < 56) return Buffer.of(kind + length);
  const digits = length.toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.of(kind + 55 + bytes.length), bytes]);
}

function twosComplement(value: bigint): Buffer {
  let size = 1;
  while (BigInt.asIntN(size * 8, value) !== value) size += 1;
  const digits = BigInt.asUintN(size * 8, value).toString(16);
  return Buffer.from(digits.padStart(size * 2, '0'), 'hex');
}
