import { styleText } from 'node:util';
import type { Piece, Tone } from '../picture.ts';
import { shown, signOf, type Language } from './words.ts';
import type { Line } from './wrap.ts';

export interface TextOptions {
  readonly language: Language;
  /** Whether colours may be used; only a terminal has them. */
  readonly colour: boolean;
}

/** Columns of a narrow terminal. */
export const TEXT_WIDTH = 80;

type Style = Parameters<typeof styleText>[0];

const STYLES: Readonly<Record<Tone, Style | undefined>> = {
  plain: undefined,
  muted: 'gray',
  good: 'green',
  warn: 'yellow',
  bad: ['bold', 'red'],
};

/** Puts lines together, with colours where there may be some. */
export class Pen {
  readonly language: Language;
  readonly #colour: boolean;

  constructor({ language, colour }: TextOptions) {
    this.language = language;
    this.#colour = colour;
  }

  bold(text: string): string {
    return this.#colour ? styleText('bold', text, { validateStream: false }) : text;
  }

  toned(text: string, tone: Tone): string {
    const style = STYLES[tone];
    return this.#colour && style !== undefined ? styleText(style, text, { validateStream: false }) : text;
  }

  line(line: Line): string {
    return line.map(({ text, tone }) => this.toned(text, tone)).join('');
  }

  piece(piece: Piece): string {
    const tone = piece.tone ?? 'plain';
    return this.toned(`${signOf(tone)}${shown(piece, this.language)}`, tone);
  }
}
