import type { Random } from '../fuzz/random.ts';

/** What keys and a paste leave behind; brackets and quotes that stay open, and lines that join, among them. */
const TYPED = [
  ...[
    'x',
    '1',
    ' ',
    '    ',
    '\n',
    '\n        ',
    '(',
    ')',
    '[',
    ']',
    "'",
    '"""',
    ':',
    ',',
    '.',
    '=',
    '#',
    '\\',
    '@',
  ],
  ...['pass\n', 'if x:\n', 'return', 'else:', 'def f', "        revert('no')\n", '        self.x = 1\n'],
];

/** A text after one more edit: something typed, something deleted, or both. */
export function keystroke(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const deleted = random.onceIn(3) ? random.below(12) : 0;
  const typed = random.onceIn(4) ? '' : (random.pick(TYPED) ?? '');
  return text.slice(0, at) + typed + text.slice(at + deleted);
}

/** A text of which one line inside a function is another one, so that a statement comes, goes or changes; or one decorator. */
export function statementEdit(text: string, random: Random): string {
  if (random.onceIn(5)) return withOtherDecorator(text, random);
  const lines = text.split('\n');
  const inside = lines.flatMap((line, index) =>
    /^\s{4,}[a-z]\S*/.test(line) && !OPENS.test(line) ? [index] : [],
  );
  const at = random.pick(inside);
  if (at === undefined) return text;
  const line = lines[at] ?? '';
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const changed = [
    `${indent}pass`,
    `${indent}x = 1\n${line}`,
    `${indent}revert('no')\n${line}`,
    turned(line),
  ];
  return lines.with(at, random.pick(changed) ?? line).join('\n');
}

/** A method that everybody may call becomes a query, or its own, or one that takes ICX. */
function withOtherDecorator(text: string, random: Random): string {
  const places = [...text.matchAll(/@external\b(?:\(readonly=True\))?\n/g)];
  const place = random.pick(places);
  if (place === undefined) return text;
  const other =
    random.pick(['', '@external(readonly=True)\n', '@payable\n    @external\n', '@external\n']) ?? '';
  return text.slice(0, place.index) + other.trimStart() + text.slice(place.index + place[0].length);
}

const OPENS = /^\s*(?:def|class|@|"""|''')/;

const turned = (line: string): string =>
  line.includes('==') ? line.replace('==', '!=') : line.replace('self.', 'self._');
