import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';

/** Breaks a text between words, so that no line is wider than so many columns; a word that is wider stands alone. */
export function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const needed = stringWidth(stripVTControlCharacters(word));
    if (line !== '' && used + 1 + needed > width) {
      lines.push(line);
      [line, used] = [word, needed];
    } else {
      used += (line === '' ? 0 : 1) + needed;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
