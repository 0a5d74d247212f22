import { describe, expect, it } from 'vitest';
import { movedLines } from './moved-lines.ts';

const TEXT = 'one\ntwo\nthree\nfour\n';

describe('lines of an older text', () => {
  it.each([
    ['stay where nothing changed', TEXT, [1, 2, 3, 4]],
    ['move down below what was put in', 'one\nnew\r\ntwo\nthree\nfour\n', [1, 3, 4, 5]],
    ['move up below what was taken out', 'one\nthree\nfour\n', [1, undefined, 2, 3]],
    ['are lost where they were edited', 'one\ntwo!\nthree\nfour\n', [1, undefined, 3, 4]],
    ['are all lost in another text', 'x', [undefined, undefined, undefined, undefined]],
    ['are not found twice', 'one\none\ntwo\nthree\nfour\n', [1, 3, 4, 5]],
  ])('%s', (_, newer, lines) => {
    const lineOf = movedLines(TEXT, newer);
    expect([1, 2, 3, 4].map(lineOf)).toEqual(lines);
  });
});
