/** Size of all text in a drawing, in its units. */
export const TEXT_SIZE = 12;

const NARROW = /^[ iIjlftr.,:;|!'`()[\]{}\\/-]$/;
const WIDE = /^[mwMW@%—…]$/;
const NO_WIDTH = /^\p{M}$/u;
const FIRST_WIDE_CODE = 0x1100;
// A room made for the text by adding and taking away is the text's width but for rounding.
const ROUNDING = 0.01;

// In ems, on the wide side of the usual faces: a label rather ends early than runs into the next one.
function emsOf(character: string): number {
  if (NO_WIDTH.test(character)) return 0;
  if ((character.codePointAt(0) ?? 0) >= FIRST_WIDE_CODE) return 1.05;
  if (NARROW.test(character)) return 0.42;
  if (WIDE.test(character)) return 1;
  return /^[a-z]$/.test(character) ? 0.62 : 0.67;
}

/** About how wide a text is drawn, in units of the drawing; nothing on the server can measure it. */
export function widthOf(text: string): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * TEXT_SIZE;
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function fit(text: string, room: number): string {
  if (widthOf(text) <= room + ROUNDING) return text;
  let left = room - widthOf('…');
  let kept = '';
  for (const character of text) {
    left -= emsOf(character) * TEXT_SIZE;
    if (left < 0) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
