const CHUNK_BYTES = 64 * 1024;

/** Collects big-endian binary data and hands it out in chunks. Lengths are in bytes. */
export class BinaryWriter {
  #buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  // Of the same memory: Buffer's own methods for numbers are several times slower.
  #view = viewOf(this.#buffer);
  #length = 0;

  /** Whether enough is collected to be worth sending. */
  get isFull(): boolean {
    return this.#length >= CHUNK_BYTES / 2;
  }

  /** What was collected; the writer starts anew. */
  take(): Buffer {
    const taken = this.#buffer.subarray(0, this.#length);
    this.#replace(Buffer.allocUnsafeSlow(CHUNK_BYTES));
    this.#length = 0;
    return taken;
  }

  int8(value: number): void {
    const at = this.#advance(1);
    this.#view.setInt8(at, value);
  }

  int16(value: number): void {
    const at = this.#advance(2);
    this.#view.setInt16(at, value);
  }

  int32(value: number): void {
    const at = this.#advance(4);
    this.#view.setInt32(at, value);
  }

  /** A whole number within ±2^53 as 64 bits, without the cost of a bigint. */
  int64(value: number): void {
    const at = this.#advance(8);
    const high = Math.floor(value / 2 ** 32);
    this.#view.setInt32(at, high);
    this.#view.setUint32(at + 4, value - high * 2 ** 32);
  }

  bigInt64(value: bigint): void {
    const at = this.#advance(8);
    this.#view.setBigInt64(at, value);
  }

  /** Bytes without a length. */
  raw(value: Uint8Array): void {
    const at = this.#advance(value.length);
    this.#buffer.set(value, at);
  }

  /** Bytes with their length before them. */
  bytes(value: Uint8Array): void {
    this.int32(value.length);
    this.raw(value);
  }

  /** UTF-8 without a length, of which `length` bytes are known to come. */
  utf8(value: string, length: number): void {
    const at = this.#advance(length);
    this.#buffer.write(value, at);
  }

  /** Writes a length and then what `write` writes, whose length it is. */
  sized(write: () => void): void {
    const start = this.#advance(4);
    write();
    this.#view.setInt32(start, this.#length - start - 4);
  }

  // Makes room and gives the place where it begins.
  #advance(bytes: number): number {
    const start = this.#length;
    this.#length += bytes;
    if (this.#length > this.#buffer.length) this.#grow(start);
    return start;
  }

  #grow(used: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#length, this.#buffer.length * 2));
    this.#buffer.copy(larger, 0, 0, used);
    this.#replace(larger);
  }

  #replace(buffer: Buffer<ArrayBuffer>): void {
    this.#buffer = buffer;
    this.#view = viewOf(buffer);
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Buffer<ArrayBuffer>): DataView<ArrayBuffer> {
  return new DataView(buffer, byteOffset, byteLength);
}
