/** An integer as the node keeps it: two's complement, big-endian, as short as can be; 0 is one byte. */
export function integerBytes(value: bigint): Buffer {
  const bits = (value < 0n ? ~value : value).toString(2).length;
  const size = Math.floor(bits / 8) + 1;
  const hex = BigInt.asUintN(size * 8, value).toString(16);
  return Buffer.from(hex.padStart(size * 2, '0'), 'hex');
}
