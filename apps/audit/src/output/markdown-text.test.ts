import { printable } from '@madang/errors';
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { code, fenced, prose, row } from './markdown-text.ts';

const PIECES = [
  ...'` * _ [ ] ( ) < > # + - . ! | ~ \\ & $ : @ " \''.split(' '),
  ' ',
  ...[
    'http://x.example',
    'www.x.example',
    '<b>',
    '</td>',
    '<!--',
    '&amp;',
    '\\|',
    '``',
    '\u202e',
    '\u001b',
    'word',
    '가',
    '1. ',
  ],
];
const hostile = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));

const tagsIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/<([a-z0-9]+)/gi)].map(([, tag]) => tag!.toLowerCase())),
];
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#124': '|',
};
/** What a person reads, without the blanks and the backticks that make code of a name. */
const readBack = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|#124);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/[\s`]/g, '');
const plain = (text: string): string => printable(text).replace(/[\s`]/g, '');

describe('text of any origin', () => {
  it('reads as it is in a sentence', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = marked.parse(`x ${prose(text)}`, { async: false });
        expect(tagsIn(html).filter((tag) => tag !== 'code' && tag !== 'p')).toEqual([]);
        expect(readBack(html)).toBe(`x${plain(text)}`);
      }),
      { numRuns: 500 },
    );
  });

  it('reads as it is as code in a cell, and stays in it', () => {
    fc.assert(
      fc.property(hostile, hostile, (left, right) => {
        const table = [row(['a', 'b']), row(['---', '---']), row([code(left), prose(right)])].join('\n');
        const html = marked.parse(table, { async: false });
        expect(
          tagsIn(html)
            .filter((tag) => tag !== 'code')
            .toSorted(),
        ).toEqual(['table', 'tbody', 'td', 'th', 'thead', 'tr']);
        expect(html.match(/<td/g)).toHaveLength(2);
        expect(readBack(html)).toBe(`ab${plain(left)}${plain(right)}`);
      }),
      { numRuns: 500 },
    );
  });

  it('does not end a fence', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 4 }), (lines) => {
        const html = marked.parse(fenced(lines, 'python'), { async: false });
        expect(tagsIn(html).toSorted()).toEqual(['code', 'pre']);
        expect(readBack(html)).toBe(plain(lines.join('')));
      }),
    );
  });
});
