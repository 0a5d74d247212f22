import { printable } from '@madang/errors';
import stringWidth from 'string-width';
import { inLanguage } from '../words.ts';
import type { Piece, SourcePlace, Tone } from '../picture.ts';

export type Language = 'en' | 'ko';

/** Names longer than this are nobody's wish. */
const LONGEST = 160;

/** A piece as people see it: in their language, and without characters that hide or turn what is there. */
export const shown = ({ text }: Pick<Piece, 'text'>, language: Language): string =>
  printable(inLanguage(text, language), LONGEST);

/** `token.py:12`. */
export const shownPlace = ({ file, line }: SourcePlace): string => `${printable(file, LONGEST)}:${line}`;

/** The sign beside the words of what is open to many and meant for few. */
export const signOf = (tone: Tone | undefined): string => (tone === 'bad' ? '!' : '');

/** Columns on a terminal: Korean characters take two. */
export const widthOf = (text: string): number =>
  /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);

export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Said where a picture would be empty. */
export const NOTHING: Readonly<Record<Language, string>> = {
  en: 'There is nothing to show.',
  ko: '보여 줄 것이 없습니다.',
};
