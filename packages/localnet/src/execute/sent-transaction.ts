/** A transaction that was signed and sent, its numbers read. */
export interface SentTransaction {
  readonly hash: string;
  readonly from: string;
  readonly to: string;
  readonly value: bigint;
  readonly stepLimit: bigint;
  readonly timestamp: bigint;
  readonly nonce: bigint | null;
  readonly dataType: 'call' | 'deploy' | 'deposit' | 'message' | null;
  readonly data: unknown;
  /** Bytes of the data as compact JSON, which are charged for. */
  readonly dataBytes: number;
}
