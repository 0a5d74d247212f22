/** One line of a file, as its bytes stand there. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly bytes: Uint8Array;
  /** Whether a line feed follows; only the last line can be without. */
  readonly ended: boolean;
}

const LINE_FEED = 0x0a;

/** Splits bytes at line feeds. Nothing is decoded, so what is damaged spoils its own line only. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let number = 1;
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED, start)) {
      yield { number, bytes: rest.subarray(start, end), ended: true };
      number += 1;
      start = end + 1;
    }
    rest = rest.subarray(start);
  }
  if (rest.length > 0) yield { number, bytes: rest, ended: false };
}
