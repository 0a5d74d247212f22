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
];

describe('text of a contract in Markdown', () => {
  it.each(HOSTILE)('%j stays code', (text) => {
    const html = marked.parseInline(code(text), { async: false });
    expect(html).toMatch(/^<code>[^<]*<\/code>$/);
    expect(html).not.toContain('\u202e');
  });

  it.each(HOSTILE)('%j stays a sentence', (text) => {
    expect(marked.parse(plain(text), { async: false })).toMatch(/^<p>[^<]*<\/p>\n$/);
  });
});
