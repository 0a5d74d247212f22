import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import { rules } from '../rules/index.ts';
import { suppressEdit } from './suppress-edit.ts';

const HEAD = 'from iconservice import *\n\n\nclass A(IconScoreBase):\n    def f(self, text):\n';
const found = (text: string) =>
  analyse([{ path: 'a.py', bytes: new TextEncoder().encode(text) }], {
    rules: rules.filter(({ id }) => id === 'D06'),
  })[0]!.findings;

/** The text with the comment in it, and what is found then. */
function suppressed(body: string) {
  const text = HEAD + body;
  const edit = suppressEdit(text, found(text)[0]!);
  if (edit === undefined) return undefined;
  const edited = `${text.slice(0, edit.offset)}${edit.before}a cache key${edit.after}${text.slice(edit.offset)}`;
  expect(found(edited)).toEqual([]);
  return edited.slice(HEAD.length);
}

describe('a comment that suppresses', () => {
  it.each([
    [
      'at the end of the line',
      '        return hash(text)\n',
      '        return hash(text)  # madang: ignore[D06] a cache key\n',
    ],
    [
      'above a line that has a comment',
      '        return hash(text)  # mine\n',
      '        # madang: ignore[D06] a cache key\n        return hash(text)  # mine\n',
    ],
    [
      'within brackets',
      '        return str(\n            hash(text)\n        )\n',
      '        return str(\n            hash(text)  # madang: ignore[D06] a cache key\n        )\n',
    ],
    [
      'where a text begins that has several lines',
      "        return hash(text) + '''\n'''\n",
      "        # madang: ignore[D06] a cache key\n        return hash(text) + '''\n'''\n",
    ],
    [
      'of the last line, which has no end',
      '        return hash(text)',
      '        return hash(text)  # madang: ignore[D06] a cache key',
    ],
  ])('stands %s', (_, body, expected) => {
    expect(suppressed(body)).toBe(expected);
  });

  it('has the line ends of the file', () => {
    const text = `${HEAD}        return hash(text)  # mine\n`.replaceAll('\n', '\r\n');
    expect(suppressEdit(text, found(text)[0]!)).toMatchObject({ after: '\r\n' });
  });

  it('has no place between a backslash and a text of several lines', () => {
    expect(suppressed("        return 1 + \\\n            hash(text) + '''\n'''\n")).toBeUndefined();
  });
});
