import { describe, expect, it } from 'vitest';
import { parseModule } from './parse.ts';
import { walk } from './walk.ts';

const faults = (text: string) => parseModule(text).faults.map(({ code, start }) => `${code}@${start}`);
const kinds = (text: string) => parseModule(text).body.map(({ kind }) => kind);

describe('what Python 3.6 to 3.8 reads', () => {
  it.each([
    'x = 1\n',
    '\ufeffx = 1\n'.slice(1),
    '\fdef f():\n    pass\n',
    'async = 1\nawait_ = async\n',
    'if a:\n\tb\n\tc\n',
    'x = (1,\n  2)\r\ny = 3\r\n',
    'f"{a!r:>{w}} {{}} {b[\'c\']} {d == e}"\n',
    'def f(a, /, b, *, c=1, **d) -> int: ...\n',
    'print(*a, **b, c=1)\n',
    'x = lambda *a, b=1: (yield)\n',
    'with a as b, c as (d, e):\n  pass\n',
    'try:\n  a\nexcept (B, C) as d:\n  e\nelse:\n  f\nfinally:\n  g\n',
    'for a, *b in c: pass\nelse: d\n',
    '[a async for b in c if d if e]\n',
    'if (n := 1) > 0: pass\n',
    'a = b = c, d = e\n',
    'x: int = 1\nself.y: str\n',
    'match = 1\nmatch.x\nmatch(1)\ncase = match[2]\n',
    'x = "\\N{DASH}" \'b\' """c\n"""\n',
    'class A(B, metaclass=C):\n  "doc"\n',
    'assert a, b; del c[1], d.e; raise F from g\n',
    'from . import a\nfrom .. import (b, c as d,)\nfrom ...e import *\nimport f.g as h, i\n',
    '이름 = "값"\n',
  ])('%j', (text) => {
    expect(faults(text)).toEqual([]);
  });
});

describe('what is wrong', () => {
  it.each([
    ['x = (1\ndef f(): pass\n', ['never-closed@4']],
    ['x = (1\n@a.b(2)\n@c\ndef f(): pass\n', ['never-closed@4']],
    ['x = (1\n@ y)\n', []],
    ['x = "abc\ny = 1\n', ['unterminated-string@4']],
    ['def f(:\n  pass\ny = 1\n', ['never-closed@5']],
    ['if a:\nb = 1\n', ['expected-block@6']],
    ['  x = 1\n', ['unexpected-indent@2']],
    ['if a:\n    b\n  c\n', ['unindent@14']],
    ['if a:\n        b\n\tc\n', ['tabs-and-spaces@17']],
    ['print "x"\n', ['python-2@6']],
    ['f() = 1\n', ['bad-target@0']],
    ['x = 0777\n', ['bad-number@4']],
    ['f"{}"\n', ['bad-f-string@2']],
    ['match a:\n  case 1 if b: pass\n  case {"c": d, **e}: pass\n', ['newer-syntax@0']],
    ['x = $\n', ['unexpected-character@4']],
    ['except A, b:\n  pass\n', ['unexpected@0']],
    ['x = )\n', ['never-opened@4']],
  ])('%j', (text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it('hides nothing of the statements around it', () => {
    expect(kinds('a = 1\nb = = 2\nc = 3\nif )\n  d = 4\nelse:\n  e = 5\nf = 6\n')).toEqual([
      'Assign',
      'Broken',
      'Assign',
      'Broken',
      'Assign',
    ]);
  });

  it.each([
    ['brackets', '('.repeat(10_000) + ')'.repeat(10_000)],
    ['unary operators', `x = ${'not '.repeat(10_000)}y`],
    ['powers', `x = ${'a ** '.repeat(10_000)}b`],
    ['attributes', `x = a${'.b'.repeat(10_000)}`],
    ['sums', `x = ${'a + '.repeat(10_000)}b`],
    ['blocks', Array.from({ length: 10_000 }, (_, depth) => `${' '.repeat(depth)}if a:\n`).join('')],
    ['conditionals', `x = ${'a if b else '.repeat(10_000)}c`],
    ['lambdas', `x = ${'lambda: '.repeat(10_000)}c`],
  ])('nests ten thousand deep: %s', (_, text) => {
    const parsed = parseModule(text);
    expect(parsed.faults.some(({ code }) => code === 'too-deep')).toBe(true);
    for (const statement of parsed.body) walk(statement, () => true);
  });

  it('is told for a chain of ten thousand elifs: nothing', () => {
    expect(faults(`if a: pass\n${'elif b: pass\n'.repeat(10_000)}`)).toEqual([]);
  });
});
