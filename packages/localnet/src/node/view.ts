/** What a client sees of a chain: one that is recorded, or one that is made here. */
export interface ChainView {
  /** The newest height. */
  readonly height: () => number;
  /** The oldest height that is there. */
  readonly earliest: () => number;
  /** Resolves when this height is there, or else when the signal aborts. */
  readonly reached: (height: number, signal: AbortSignal) => Promise<void>;
  /** The block at a height that is there, as JSON text. */
  readonly block: (height: number) => string;
  /** The height that a T_INT names; NotFound when it is not there yet. */
  readonly existing: (height: string) => number;
  /** The height of the block with this hash, or NotFound. */
  readonly heightOf: (blockHash: string) => number;
  /** Where a transaction stands, or NotFound. */
  readonly transaction: (hash: string) => PlacedTransaction;
  /** Whether a transaction waits for a block. */
  readonly isPending: (hash: string) => boolean;
  /**
   * The height whose state a query asks for: the state before that block's transactions. Without a height, that of the
   * newest block; a height that is not there yet is NotFound.
   */
  readonly queryHeight: (height: string | undefined) => number;
}

/** Where a transaction stands, and its result. */
export interface PlacedTransaction {
  readonly height: number;
  readonly index: number;
  /** The answer of `icx_getTransactionResult`. */
  readonly receipt: string;
}
