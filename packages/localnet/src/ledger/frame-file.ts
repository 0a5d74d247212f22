import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Length and checksum in front of each frame. */
const HEAD_BYTES = 8;

/** Bytes of a frame at most; a block has at most 1 MiB of transactions, and its results are of the same order. */
const MOST_BYTES = 2 ** 30;

/** A file of frames, one behind the other, that are written whole or not at all. */
export interface FrameFile {
  /** Where the next frame's content will begin. */
  readonly end: number;
  /** Writes a frame, which is not empty; once this returns a kill of the process does not undo it. */
  append(content: Buffer): void;
  /** Bytes that were written earlier. */
  read(offset: number, length: number): Buffer;
  /** Every frame's content with the place where it begins, from the first on. */
  frames(): Iterable<{ readonly offset: number; readonly content: Buffer }>;
  /** Waits until the disk has all of it, which a loss of power does not undo either. */
  flush(): void;
  close(): void;
}

/** Opens a file of frames, or makes it. What a kill left half-written at its end is cut off. */
export function openFrameFile(path: string): FrameFile {
  const file = openSync(path, 'a+');
  let length = 0;
  for (const { offset, content } of framesOf(file, fstatSync(file).size)) length = offset + content.length;
  ftruncateSync(file, length);
  return {
    get end() {
      return length + HEAD_BYTES;
    },
    append(content) {
      const head = Buffer.alloc(HEAD_BYTES);
      head.writeUInt32LE(content.length, 0);
      head.writeUInt32LE(crc32(content), 4);
      writeAll(file, Buffer.concat([head, content]));
      length += HEAD_BYTES + content.length;
    },
    read: (offset, bytes) => readAt(file, offset, bytes),
    frames: () => framesOf(file, length),
    flush: () => fdatasyncSync(file),
    close: () => closeSync(file),
  };
}

function* framesOf(file: number, size: number): Generator<{ offset: number; content: Buffer }> {
  let offset = HEAD_BYTES;
  while (offset <= size) {
    const head = readAt(file, offset - HEAD_BYTES, HEAD_BYTES);
    const bytes = head.readUInt32LE(0);
    // Zeros are what a file system may leave behind where power was lost.
    if (bytes === 0 || bytes > MOST_BYTES || offset + bytes > size) return;
    const content = readAt(file, offset, bytes);
    if (crc32(content) !== head.readUInt32LE(4)) return;
    yield { offset, content };
    offset += bytes + HEAD_BYTES;
  }
}

function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const count = readSync(file, bytes, done, length - done, offset + done);
    if (count === 0) throw new RangeError(`The file ends ${length - done} bytes before ${offset + length}.`);
    done += count;
  }
  return bytes;
}

function writeAll(file: number, bytes: Buffer): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(file, bytes, done);
}
