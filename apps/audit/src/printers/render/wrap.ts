import type { Piece, Tone } from '../picture.ts';
import { shown, signOf, widthOf, type Language } from './words.ts';

/** Words of one tone in a line. */
export interface Span {
  readonly text: string;
  readonly tone: Tone;
}
export type Line = readonly Span[];

export const lineWidth = (line: Line): number => line.reduce((sum, { text }) => sum + widthOf(text), 0);

/** The pieces of a cell as lines of at most `width` columns: side by side, or each beginning a line of its own. */
export function wrapCell(
  cell: readonly Piece[],
  width: number,
  flowing: boolean,
  language: Language,
): readonly Line[] {
  const told = cell.map((piece) => wordsOf(piece, language));
  if (!flowing) return told.flatMap((words) => fill(words, width, 2));
  return fill(
    told.flatMap((words, index) => (index === told.length - 1 ? words : withComma(words))),
    width,
    0,
  );
}

function wordsOf(piece: Piece, language: Language): Span[] {
  const tone = piece.tone ?? 'plain';
  return `${signOf(tone)}${shown(piece, language)}`.split(' ').map((text) => ({ text, tone }));
}

const withComma = (words: readonly Span[]): Span[] =>
  words.map((word, index) => (index === words.length - 1 ? { ...word, text: `${word.text},` } : word));

/** Later lines of one text stand further in by `indent`, where there is room. */
function fill(words: readonly Span[], width: number, indent: number): Line[] {
  const lines: Span[][] = [];
  let used = width;
  for (const { text, tone } of words.flatMap((word) => broken(word, width))) {
    const needed = widthOf(text);
    const isBehind = used + 1 + needed <= width;
    if (isBehind) lines.at(-1)?.push({ text: ` ${text}`, tone });
    else {
      const inset = lines.length === 0 ? 0 : Math.min(indent, width - needed);
      lines.push([
        ...(inset > 0 ? [{ text: ' '.repeat(inset), tone: 'plain' } as const] : []),
        { text, tone },
      ]);
      used = inset - 1;
    }
    used += 1 + needed;
  }
  return lines.map(merged);
}

/** Neighbours of one tone are one. */
function merged(line: readonly Span[]): Line {
  const result: Span[] = [];
  for (const span of line) {
    const last = result.at(-1);
    if (last?.tone === span.tone)
      result[result.length - 1] = { text: last.text + span.text, tone: span.tone };
    else result.push(span);
  }
  return result;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A word that is too long in parts, cut behind `_`, `.` and the like where one is near. */
function broken({ text, tone }: Span, width: number): Span[] {
  if (widthOf(text) <= width) return [{ text, tone }];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(text)) {
    if (widthOf(part + segment) > width) {
      const at = goodBreak(part);
      parts.push(part.slice(0, at));
      part = part.slice(at);
    }
    part += segment;
  }
  return [...parts, part].map((each) => ({ text: each, tone }));
}

function goodBreak(part: string): number {
  const found = Math.max(...['_', '.', '(', '[', ',', '/'].map((sign) => part.lastIndexOf(sign))) + 1;
  return found > part.length / 2 ? found : part.length;
}
