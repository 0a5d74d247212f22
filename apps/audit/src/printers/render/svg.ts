import type { NodeKind, Picture, Piece } from '../picture.ts';
import { graphDrawing } from './svg-graph.ts';
import { KIND_COLOURS, STYLE } from './svg-style.ts';
import { tableDrawing } from './svg-table.ts';
import { escapeXml, FONT, LINE, pixelsOf, round, textAt } from './svg-text.ts';
import { wrapCell } from './wrap.ts';
import { NOTHING, shown, shownPlace, type Language } from './words.ts';
import { nodeWords } from '../words.ts';

const MARGIN = 24;
/** The title, and space below the sentence. */
const HEAD = 46;
/** Titles need as much. */
const NARROWEST = 640;

/** A picture as an SVG document that needs nothing else and runs nothing; it follows the light or dark of whoever looks. */
export function pictureSvg(picture: Picture, language: Language): string {
  const drawn = picture.kind === 'table' ? tableDrawing(picture, language) : graphDrawing(picture, language);
  const title = shown({ text: picture.title }, language);
  const about = shown({ text: picture.about }, language);
  const legend = legendOf(drawn.kinds, language);
  const notes = picture.notes.map((note) => noteText(note, language));
  const inner = Math.max(NARROWEST, drawn.width, ...notes.map((note) => pixelsOf(note)));
  const sentence = aboutLines(about, inner);
  const head = MARGIN + HEAD + sentence.length * LINE;
  const top = head + (legend === '' ? 0 : LINE + 12);
  const bottom = top + (drawn.height > 0 ? drawn.height : LINE);
  const height = bottom + (notes.length > 0 ? 16 + notes.length * LINE : 0) + MARGIN;
  const width = inner + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" role="img" aria-labelledby="title about" lang="${language}">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="about">${escapeXml(about)}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="paper" width="100%" height="100%"/>`,
    textAt(MARGIN, MARGIN + 18, title, 'title'),
    ...sentence.map((line, index) => textAt(MARGIN, MARGIN + 42 + index * LINE, line, 'about')),
    legend === '' ? '' : `<g transform="translate(${MARGIN} ${head})">${legend}</g>`,
    drawn.height > 0
      ? `<g transform="translate(${MARGIN} ${top})">${drawn.body}</g>`
      : textAt(MARGIN, top + 13, NOTHING[language], 'about'),
    ...notes.map((note, index) => textAt(MARGIN, bottom + 16 + (index + 1) * LINE - 5, note, 'warn')),
    '</svg>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const noteText = (note: Piece, language: Language): string =>
  `${shown(note, language)}${note.at === undefined ? '' : `  ${shownPlace(note.at)}`}`;

/** A face for reading is narrower than one for code. */
const NARROWER = 0.9;

/** The sentence in lines that fit. */
function aboutLines(about: string, width: number): string[] {
  const columns = Math.floor(width / (pixelsOf('x', FONT) * NARROWER));
  return wrapCell([{ text: about }], columns, true, 'en').map((line) =>
    line.map(({ text }) => text).join(''),
  );
}

/** Squares with the words of the kinds, beside one another. */
function legendOf(kinds: readonly NodeKind[], language: Language): string {
  let x = 0;
  const entries = KIND_COLOURS.filter(([kind]) => kinds.includes(kind)).map(([kind]) => {
    const words = nodeWords[kind][language];
    const entry = `<rect class="mark ${kind}" x="${x}" width="11" height="11" rx="2"/>${textAt(x + 17, 10, words, 'small muted')}`;
    x += 17 + pixelsOf(words) + 18;
    return entry;
  });
  return entries.join('');
}
