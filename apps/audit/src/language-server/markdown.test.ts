import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { code, plain } from './markdown.ts';

const HOSTILE = [
  '`',
  '``a`',
  '`</code><b>',
  '[x](command:y)',
  '![x](http://y)',
  '<img src=x>',
  '**b**',
  '\u202eevil',
  'a\n# b',
  '&lt;',
  '~~x~~',
  'http://x.example',
  'see www.x.example',
  'a@b.example',
  '    indented',
  '1. a',
  '- a',
  '# a',
  '__a__',
  '_a b_',
  '\\`a`',
];
const TAG = /<[^>]*>/g;
const MARKS = [
  ' ',
  '\n',
  '\t',
  ...'` * _ ~ [ ] ( ) < > # + - = . ! | & : ; @ / \\ 1 a w 가 www. http:// ](x) <b> ``` &amp;'.split(' '),
];

describe('text of a contract in Markdown', () => {
  it.each(HOSTILE)('%j stays code', (text) => {
    const html = marked.parseInline(code(text), { async: false });
    expect(html).toMatch(/^<code>[^<]*<\/code>$/);
    expect(html).not.toContain('\u202e');
  });

  it.each(HOSTILE)('%j stays a sentence', (text) => {
    const html = marked.parse(plain(text), { async: false });
    expect(html).toMatch(/^<p>.*<\/p>\n$/);
    expect(html.replaceAll(/<\/?(?:p|code)>/g, '')).not.toMatch(TAG);
  });

  it('stays a sentence whatever its marks, in a list, too', () => {
    const text = fc.string({ unit: fc.constantFrom(...MARKS), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(text, (marks) => {
        const html = marked.parse(`- ${plain(`a${marks}`)}: b`, { async: false });
        const alone = marked.parse(`${plain(marks)} b`, { async: false });
        for (const tag of html.match(TAG) ?? []) expect(tag).toMatch(/^<\/?(?:ul|li|code)>$/);
        for (const tag of alone.match(TAG) ?? []) expect(tag).toMatch(/^<\/?(?:p|code)>$/);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['give_to writes _owner for any caller.', 'give_to writes `_owner` for any caller.'],
    ['Use `a // b` in place of `int(a / b)`.', 'Use `a // b` in place of `int(a / b)`.'],
    [
      'amount / 2 reaches self._shares[self.msg.sender] (2.5 % is 25)',
      'amount / 2 reaches self.`_shares`\\[self.msg.sender\\] (2.5 % is 25)',
    ],
  ])('%j reads well even where it is not drawn', (text, shown) => {
    expect(plain(text)).toBe(shown);
  });
});
