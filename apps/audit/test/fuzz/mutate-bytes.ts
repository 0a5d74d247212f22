import type { Random } from './random.ts';

export type MutateBytes = (bytes: Uint8Array, random: Random, donor: Uint8Array) => Uint8Array;

const NASTY = [0, 9, 10, 12, 13, 32, 34, 35, 39, 40, 92, 123, 127, 128, 0xc0, 0xe2, 0xed, 0xf5, 0xff];

const decoder = new TextDecoder();
const ascii = (text: string) => new TextEncoder().encode(text);

/** Changes that know nothing of text. */
export const byteMutations: Readonly<Record<string, MutateBytes>> = {
  'flip a bit': (bytes, random) => {
    const changed = bytes.slice();
    const at = random.below(changed.length);
    if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
    return changed;
  },
  'put a nasty byte': (bytes, random) => {
    const at = random.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), Uint8Array.of(random.pick(NASTY) ?? 0), bytes.subarray(at));
  },
  'cut a stretch out': (bytes, random) => {
    const at = random.below(bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(60)));
  },
  'cut the end off': (bytes, random) => bytes.slice(0, random.below(bytes.length)),
  'fill with nulls': (bytes, random) => joined(bytes, new Uint8Array(random.below(4000))),
  'splice with another': (bytes, random, donor) =>
    joined(bytes.subarray(0, random.below(bytes.length)), donor.subarray(random.below(donor.length))),
  'byte-order mark': (bytes) => joined(Uint8Array.of(0xef, 0xbb, 0xbf), bytes),
  'utf-16': (bytes) => Uint8Array.from(Buffer.from(`\ufeff${decoder.decode(bytes)}`, 'utf16le')),
  'latin-1': (bytes) => joined(bytes, Uint8Array.from(Buffer.from('# \u00e9\u00fc\n', 'latin1'))),
  // "가격" as a Windows of Korea writes it.
  'korean without a coding line': (bytes) => joined(bytes, Uint8Array.of(35, 0xb0, 0xa1, 0xb0, 0xdd, 10)),
  'korean with a coding line': (bytes, random) =>
    joined(
      ascii(
        `# -*- coding: ${random.pick(['cp949', 'euc-kr', 'uhc', 'korean', 'utf-9', 'latin-1']) ?? ''} -*-\n`,
      ),
      bytes,
      Uint8Array.of(35, 0xb0, 0xa1, 0xb0, 0xdd, 10),
    ),
};

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
