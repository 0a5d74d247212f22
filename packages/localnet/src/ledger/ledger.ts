import { decodeBlock, encodeBlock, type BlockFrame, type Slice } from './block-frame.ts';
import { openFrameFile } from './frame-file.ts';
import { createGrowing } from './growing.ts';
import { createHashIndex } from './hash-index.ts';
import { createHistory, type History } from './history.ts';

/** A block with its results and all that it changes, to be kept. */
export interface BlockEntry {
  readonly hash: string;
  /** The answer of `icx_getBlockByHeight`. */
  readonly text: string;
  readonly transactions: readonly {
    readonly hash: string;
    /** The answer of `icx_getTransactionResult`. */
    readonly receipt: string;
  }[];
  /** Values of keys after it; null for those that are gone. */
  readonly writes: ReadonlyMap<string, string | null>;
}

/** Where a transaction stands. */
export interface Place {
  readonly height: number;
  readonly index: number;
}

/** All blocks of a chain with their results, and the state at every height, in a file. In memory is only what finds them there. */
export interface Ledger {
  /** Blocks that are there; the last one's height is one less. */
  readonly blocks: number;
  readonly transactions: number;
  /** Keeps the next block. Once this returns a kill of the process does not undo it. */
  append(entry: BlockEntry): void;
  block(height: number): string;
  receipt(place: Place): string;
  heightOf(blockHash: string): number | undefined;
  placeOf(transactionHash: string): Place | undefined;
  readonly state: Pick<History, 'get' | 'at' | 'keys'>;
  /** Waits until the disk has all of it, which a loss of power does not undo either. */
  flush(): void;
  close(): void;
}

/** Opens the ledger in a file, or begins one there. */
export function openLedger(path: string): Ledger {
  const file = openFrameFile(path);
  const state = createHistory(file.read);
  const index = createIndex();
  for (const { content, offset } of file.frames()) {
    const frame = decodeBlock(content);
    index.add(frame, offset);
    state.load(content.subarray(frame.bytes), offset + frame.bytes);
  }
  const textOf = ({ from, bytes }: Slice): string => file.read(from, bytes).toString();
  return {
    get blocks() {
      return index.blocks();
    },
    get transactions() {
      return index.transactions();
    },
    append({ writes, ...block }) {
      const offset = file.end;
      const front = encodeBlock(block);
      const { bytes, keep } = state.prepare(index.blocks(), writes, offset + front.length);
      file.append(Buffer.concat([front, bytes]));
      index.add(decodeBlock(front), offset);
      keep();
    },
    block: (height) => textOf(index.blockAt(height)),
    receipt: (place) => textOf(index.receiptAt(place)),
    heightOf: index.heightOf,
    placeOf: index.placeOf,
    state,
    flush: file.flush,
    close: file.close,
  };
}

/** Where everything is in the file. */
function createIndex() {
  const block = { from: createGrowing(), bytes: createGrowing(), firstTransaction: createGrowing() };
  const receipt = { from: createGrowing(), bytes: createGrowing() };
  const [heights, ordinals] = [createHashIndex(), createHashIndex()];
  const blocks = (): number => block.from.length;
  return {
    blocks,
    transactions: () => receipt.from.length,
    add(frame: BlockFrame, offset: number): void {
      heights.add(frame.hash, blocks());
      block.from.push(offset + frame.block.from);
      block.bytes.push(frame.block.bytes);
      block.firstTransaction.push(receipt.from.length);
      for (const { hash, receipt: slice } of frame.transactions) {
        ordinals.add(hash, receipt.from.length);
        receipt.from.push(offset + slice.from);
        receipt.bytes.push(slice.bytes);
      }
    },
    blockAt: (height: number): Slice => ({ from: block.from.at(height), bytes: block.bytes.at(height) }),
    receiptAt({ height, index }: Place): Slice {
      const ordinal = block.firstTransaction.at(height) + index;
      return { from: receipt.from.at(ordinal), bytes: receipt.bytes.at(ordinal) };
    },
    heightOf: heights.get,
    placeOf(hash: string): Place | undefined {
      const ordinal = ordinals.get(hash);
      if (ordinal === undefined) return undefined;
      let [low, high] = [0, blocks() - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (block.firstTransaction.at(middle) <= ordinal) low = middle;
        else high = middle - 1;
      }
      return { height: low, index: ordinal - block.firstTransaction.at(low) };
    },
  };
}
