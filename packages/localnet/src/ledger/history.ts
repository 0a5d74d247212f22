/**
 * Values of keys at every height, most of them in a file. Each version of a value knows the one before it and one further back, as
 * in a skew-binary list (Myers, An applicative random-access stack, 1983), so that of n versions about 2 log n are looked at.
 */
export interface History {
  /** The newest value. */
  get(key: string): string | null;
  /** The value after the transactions of a height. */
  at(key: string, height: number): string | null;
  /** The keys that have a value now and begin so, in the order in which they first had one. */
  keys(prefix: string): Iterable<string>;
  /**
   * The versions that a block writes, as bytes, when they will stand at this place of the file. They are there when {@link Prepared.keep}
   * is called, and have to be in the file by then.
   */
  prepare(height: number, writes: ReadonlyMap<string, string | null>, offset: number): Prepared;
  /** Takes up versions that were prepared earlier and begin at this place of the file. */
  load(bytes: Buffer, offset: number): void;
}

export interface Prepared {
  readonly bytes: Buffer;
  keep(): void;
}

/** A version in the file, named by the place of its first byte there. The first version of a key jumps to itself. */
interface Version {
  readonly height: number;
  /** Versions before it. */
  readonly depth: number;
  readonly previous: number;
  readonly jump: number;
  readonly jumpDepth: number;
}

/** The newest version of a key, the only one that is kept in memory. */
interface Tip extends Version {
  readonly value: string | null;
  readonly offset: number;
}

const NONE = -1;
/** height, depth, previous, jump, jumpDepth, bytes of the value, bytes of the key. */
const HEAD_BYTES = 4 + 4 + 8 + 8 + 4 + 4 + 2;
const ABSENT = 0xffff_ffff;

/** @param read bytes of the file that were written earlier */
export function createHistory(read: (offset: number, length: number) => Buffer): History {
  const tips = new Map<string, Tip>();

  const headAt = (offset: number): Version & { readonly valueBytes: number } =>
    headOf(read(offset, HEAD_BYTES), 0);
  const valueAt = (offset: number, bytes: number): string | null =>
    bytes === ABSENT ? null : read(offset + HEAD_BYTES, bytes).toString();

  const next = (height: number, value: string | null, offset: number, parent: Tip | undefined): Tip => {
    if (parent === undefined)
      return { height, value, offset, depth: 0, previous: NONE, jump: offset, jumpDepth: 0 };
    const made = { height, value, offset, depth: parent.depth + 1, previous: parent.offset };
    const far = headAt(parent.jump);
    // Two jumps of one length become one of twice the length.
    return parent.depth - parent.jumpDepth === parent.jumpDepth - far.jumpDepth
      ? { ...made, jump: far.jump, jumpDepth: far.jumpDepth }
      : { ...made, jump: parent.offset, jumpDepth: parent.depth };
  };

  return {
    get: (key) => tips.get(key)?.value ?? null,
    at(key, height) {
      const tip = tips.get(key);
      if (tip === undefined) return null;
      if (tip.height <= height) return tip.value;
      let version: Version = tip;
      for (;;) {
        if (version.previous === NONE) return null;
        const far = headAt(version.jump);
        const offset = far.height > height ? version.jump : version.previous;
        const found = offset === version.jump ? far : headAt(offset);
        if (found.height <= height) return valueAt(offset, found.valueBytes);
        version = found;
      }
    },
    *keys(prefix) {
      for (const [key, { value }] of tips) if (value !== null && key.startsWith(prefix)) yield key;
    },
    prepare(height, writes, start) {
      const made: [string, Tip][] = [];
      const pieces: Buffer[] = [];
      let offset = start;
      for (const [key, value] of writes) {
        const tip = next(height, value, offset, tips.get(key));
        const bytes = encode(key, tip);
        made.push([key, tip]);
        pieces.push(bytes);
        offset += bytes.length;
      }
      return {
        bytes: Buffer.concat(pieces),
        keep() {
          for (const [key, tip] of made) tips.set(key, tip);
        },
      };
    },
    load(bytes, start) {
      let place = 0;
      while (place < bytes.length) {
        const { valueBytes, keyBytes, ...version } = headOf(bytes, place);
        const from = place + HEAD_BYTES;
        const to = from + (valueBytes === ABSENT ? 0 : valueBytes);
        const value = valueBytes === ABSENT ? null : bytes.toString('utf8', from, to);
        tips.set(bytes.toString('utf8', to, to + keyBytes), { ...version, value, offset: start + place });
        place = to + keyBytes;
      }
    },
  };
}

function encode(key: string, { height, depth, previous, jump, jumpDepth, value }: Tip): Buffer {
  const [keyBytes, valueBytes] = [Buffer.from(key), value === null ? null : Buffer.from(value)];
  const head = Buffer.allocUnsafe(HEAD_BYTES);
  head.writeUInt32LE(height, 0);
  head.writeUInt32LE(depth, 4);
  head.writeDoubleLE(previous, 8);
  head.writeDoubleLE(jump, 16);
  head.writeUInt32LE(jumpDepth, 24);
  head.writeUInt32LE(valueBytes?.length ?? ABSENT, 28);
  head.writeUInt16LE(keyBytes.length, 32);
  return Buffer.concat(valueBytes === null ? [head, keyBytes] : [head, valueBytes, keyBytes]);
}

function headOf(
  bytes: Buffer,
  at: number,
): Version & { readonly valueBytes: number; readonly keyBytes: number } {
  return {
    height: bytes.readUInt32LE(at),
    depth: bytes.readUInt32LE(at + 4),
    previous: bytes.readDoubleLE(at + 8),
    jump: bytes.readDoubleLE(at + 16),
    jumpDepth: bytes.readUInt32LE(at + 24),
    valueBytes: bytes.readUInt32LE(at + 28),
    keyBytes: bytes.readUInt16LE(at + 32),
  };
}
