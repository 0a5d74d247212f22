import type { Place } from './tree.ts';

/** One of the literals that a string is written in: `f'a' "b"` are two. */
export interface StringPiece extends Place {
  /** Letters before the quote, in lower case. */
  readonly prefix: string;
  /** What stands between the quotes, as it is written, and where. */
  readonly content: string;
  readonly contentStart: number;
}

const OPENING = /([A-Za-z]{0,3})('''|"""|'|")/y;

/** The literals of a string that stands at a place of a text. White space, comments and line ends between them are passed over. */
export function piecesOf(text: string, { start, end }: Place): StringPiece[] {
  const pieces: StringPiece[] = [];
  for (let at = start; at < end;) {
    OPENING.lastIndex = at;
    const opening = OPENING.exec(text);
    if (opening === null) {
      at = text.charAt(at) === '#' ? lineEnd(text, at) : at + 1;
      continue;
    }
    const [whole, letters = '', quote = ''] = opening;
    const contentStart = at + whole.length;
    const contentEnd = closing(text, contentStart, quote, end);
    pieces.push({
      prefix: letters.toLowerCase(),
      content: text.slice(contentStart, contentEnd),
      contentStart,
      start: at,
      end: contentEnd + quote.length,
    });
    at = contentEnd + quote.length;
  }
  return pieces;
}

function closing(text: string, from: number, quote: string, end: number): number {
  for (let at = from; at < end; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.startsWith(quote, at)) return at;
  }
  return end;
}

function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
}
