/** Numbers by hash, in about 35 bytes for each: a million transactions as texts in a map would take 200 MB. */
export interface HashIndex {
  /** @param hash 32 bytes as `0x` and 64 digits, not there yet */
  add(hash: string, value: number): void;
  get(hash: string): number | undefined;
}

const FREE = 0xffff_ffff;
/** Part of the table that may be taken before it is made twice as large. */
const MOST_FULL = 0.6;
/** Half of a hash tells them apart: two that agree in 128 bits are not found by trying. */
const WORDS = 4;
/** Digits of a hash in one 32-bit word. */
const DIGITS = 8;

/** Open addressing with steps of one: hashes are as good as random already. */
export function createHashIndex(): HashIndex {
  let slots = 1024;
  let words = new Uint32Array(slots * WORDS);
  let values = new Uint32Array(slots).fill(FREE);
  let count = 0;

  /** The slot of a key, or the free one where it would be. */
  const slotOf = (key: Uint32Array): number => {
    let slot = (key[0] ?? 0) % slots;
    while (values[slot] !== FREE && !key.every((word, i) => words[slot * WORDS + i] === word))
      slot = (slot + 1) % slots;
    return slot;
  };
  const put = (key: Uint32Array, value: number): void => {
    const slot = slotOf(key);
    words.set(key, slot * WORDS);
    values[slot] = value;
  };
  const grow = (): void => {
    const [oldWords, oldValues] = [words, values];
    slots *= 2;
    words = new Uint32Array(slots * WORDS);
    values = new Uint32Array(slots).fill(FREE);
    for (const [slot, value] of oldValues.entries())
      if (value !== FREE) put(oldWords.subarray(slot * WORDS, (slot + 1) * WORDS), value);
  };
  return {
    add(hash, value) {
      if (count >= slots * MOST_FULL) grow();
      put(wordsOf(hash), value);
      count += 1;
    },
    get(hash) {
      const value = values[slotOf(wordsOf(hash))];
      return value === FREE ? undefined : value;
    },
  };
}

function wordsOf(hash: string): Uint32Array {
  return Uint32Array.from({ length: WORDS }, (_, i) =>
    Number.parseInt(hash.slice(2 + i * DIGITS, 2 + (i + 1) * DIGITS), 16),
  );
}
