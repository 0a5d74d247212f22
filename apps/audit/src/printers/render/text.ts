import type { Picture, Piece } from '../picture.ts';
import { graphText } from './graph-text.ts';
import { Pen, TEXT_WIDTH, type TextOptions } from './pen.ts';
import { tableText } from './table-text.ts';
import { NOTHING, shown, shownPlace } from './words.ts';
import { wrapCell } from './wrap.ts';

/** A picture as text for a terminal. */
export function pictureText(picture: Picture, options: TextOptions): string {
  const pen = new Pen(options);
  const about = wrapCell([{ text: picture.about, tone: 'muted' }], TEXT_WIDTH, true, options.language);
  const body = picture.kind === 'table' ? tableText(picture, pen) : graphText(picture, pen);
  const parts = [
    [pen.bold(shown({ text: picture.title }, options.language)), ...about.map((line) => pen.line(line))].join(
      '\n',
    ),
    ...(body.length === 0 ? [NOTHING[options.language]] : body),
    ...(picture.notes.length === 0 ? [] : [picture.notes.map((note) => noteText(note, pen)).join('\n')]),
  ];
  return parts.join('\n\n');
}

const noteText = (note: Piece, pen: Pen): string =>
  `* ${pen.piece(note)}${note.at === undefined ? '' : `  ${pen.toned(shownPlace(note.at), 'muted')}`}`;
