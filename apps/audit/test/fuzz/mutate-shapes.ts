import type { MutateText } from './mutate-lines.ts';
import type { Random } from './random.ts';

/** How deep, or how long: what the parser still takes, what it just takes, and what it must refuse. */
const SIZES = [3, 20, 90, 110, 250, 310, 2000, 10_000];

/** Expressions that nest or go on, so many times. */
const EXPRESSIONS: readonly ((times: number) => string)[] = [
  (times) => '('.repeat(times) + 'x' + ')'.repeat(times),
  (times) => '['.repeat(times) + ']'.repeat(times),
  (times) => '{0:'.repeat(times) + '0' + '}'.repeat(times),
  (times) => 'f('.repeat(times) + ')'.repeat(times),
  (times) => `self${'.x'.repeat(times)}`,
  (times) => `self.x${'[0]'.repeat(times)}`,
  (times) => `self.x${'()'.repeat(times)}`,
  (times) => `x${' + self.y'.repeat(times)}`,
  (times) => `${'x ** '.repeat(times)}x`,
  (times) => `${'not '.repeat(times)}x`,
  (times) => `${'-'.repeat(times)}1`,
  (times) => `x${' < x'.repeat(times)}`,
  (times) => `x${' and x'.repeat(times)}`,
  (times) => `${'x if y else '.repeat(times)}z`,
  (times) => `${'lambda: '.repeat(times)}0`,
  (times) => `"a"${' "b"'.repeat(times)}`,
  (times) => 'f"{'.repeat(times) + 'x' + '}"'.repeat(times),
  (times) => `f"${'{x:{y}}'.repeat(times)}"`,
  (times) => `[${'x, '.repeat(times)}]`,
  (times) => `[x ${'for x in y '.repeat(times)}]`,
  (times) => `f(${'x=1, '.repeat(times)})`,
];

/** Statements that nest or go on, at an indentation, so many times. */
const STATEMENTS: readonly ((indent: string, times: number) => string)[] = [
  ...['if x:', 'for x in y:', 'while x:', 'with x:', 'def f(self):', 'class A(A):', 'try:'].map(
    (header) => (indent: string, times: number) => nested(indent, header, Math.min(times, 400)),
  ),
  (indent, times) => `${indent}if x:\n${indent}    y\n${`${indent}elif x:\n${indent}    y\n`.repeat(times)}`,
  (indent, times) => `${indent}x = y = z\n`.repeat(times),
  (indent, times) => `${indent}${'x = '.repeat(times)}0`,
  (indent, times) => `${indent}${'@external\n'.repeat(Math.min(times, 400))}${indent}def f(self): pass`,
  (indent, times) => `${indent}${'x;'.repeat(times)}`,
  (indent) => `${indent}global self, db\n${indent}return\n${indent}raise`,
  (indent) => `${indent}while True:\n${indent}    self.f()\n${indent}    continue`,
];

/** Shapes that are put in the place of a line. */
export const shapeMutations: Readonly<Record<string, MutateText>> = {
  'an odd expression': atLine((indent, random) => {
    const build = random.pick(EXPRESSIONS);
    const [before, after] = random.pick(SURROUNDINGS) ?? ['', ''];
    return indent + before + (build?.(random.pick(SIZES) ?? 3) ?? '') + after;
  }),
  'an odd statement': atLine(
    (indent, random) => random.pick(STATEMENTS)?.(indent, random.pick(SIZES) ?? 3) ?? '',
  ),
  'a call of itself': atLine((indent, random, text) => {
    const names = [...text.matchAll(/def (\w+)\(self/g)].map(([, name = '']) => name);
    return `${indent}self.${random.pick(names) ?? 'f'}(self.${random.pick(names) ?? 'f'}())`;
  }),
  'a class above itself': (text, random) => {
    const names = [...text.matchAll(/^class (\w+)/gm)].map(([, name = '']) => name);
    return text.replace(
      /^class (\w+)\(/gm,
      (whole) => whole + (random.onceIn(2) ? `${random.pick(names) ?? ''}, ` : ''),
    );
  },
};

const SURROUNDINGS = [
  ['', ''],
  ['x = ', ''],
  ['return ', ''],
  ['self._x.set(', ')'],
  ['if ', ': pass'],
  ['for x in ', ': pass'],
  ['@', ''],
  ['x: ', ' = 1'],
  ['revert(', ')'],
  ['self.icx.transfer(self.msg.sender, ', ')'],
] as const;

function atLine(write: (indent: string, random: Random, text: string) => string): MutateText {
  return (text, random) => {
    const lines = text.split('\n');
    const at = random.below(lines.length);
    const indent = /^[ \t]*/.exec(lines[at] ?? '')?.[0] ?? '';
    return lines.toSpliced(at, random.below(2), write(indent, random, text)).join('\n');
  };
}

function nested(indent: string, header: string, times: number): string {
  const levels = Array.from({ length: times }, (_, depth) => `${indent}${' '.repeat(depth)}${header}\n`);
  return `${levels.join('')}${indent}${' '.repeat(times)}pass`;
}
