// Letters of East Asian scripts, full-width forms and pictographs take two columns, combining marks none.
const WIDE =
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const NONE = /\p{Mark}/u;

/** Text cut to a number of columns of a terminal, so that it stays on its line. */
export function fitWidth(text: string, columns: number): string {
  let width = 0;
  let end = 0;
  for (const character of text) {
    width += NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
    if (width > columns) return text.slice(0, end);
    end += character.length;
  }
  return text;
}
