import { describe, expect, it } from 'vitest';
import type { CodedError } from '@madang/errors';
import { printers } from '../../src/printers/printers.ts';
import { body, drawn, packageOf, teaching, written } from './drawn.ts';

const names = printers.map(({ name }) => name);
const formats = ['text', 'json', 'mermaid', 'svg'] as const;

describe('a package', () => {
  it('with a syntax error is drawn but for it, which is told', () => {
    const files = packageOf(
      'class Main(IconScoreBase):\n    @external\n    def ok(self): pass\n    def bad(self:\n        pass\n    @external\n    def more(self): pass\n',
    );
    const text = body(files, 'entry-points');
    expect(text).toContain('ok()');
    expect(text).toContain('* score.py has syntax errors: what stands in them is not shown  score.py:');
  });

  it.each(names)('without a contract has a %s in every format that says so', (name) => {
    const files = packageOf('def lonely():\n    return 1\n');
    for (const format of formats) expect(written(files, name, format)).not.toBe('');
    if (name !== 'calls') {
      expect(written(files, name, 'text')).toContain('There is nothing to show.');
      expect(written(files, name, 'svg', { language: 'ko' })).toContain('보여 줄 것이 없습니다.');
      expect(written(files, name, 'mermaid')).toContain('nothing["There is nothing to show#46;"]');
    }
  });

  it.each(names)('whose classes inherit in a circle has a %s', (name) => {
    const files = packageOf(`class One(Two): pass
class Two(One, IconScoreBase):
    @external
    def act(self): pass
class Main(Two): pass
`);
    for (const format of formats) expect(written(files, name, format)).not.toBe('');
    if (name === 'inheritance') expect(body(files, name)).toContain('Python finds no order of its bases');
  });

  it.each(names)('has the same %s whatever the order of its files', (name) => {
    const files = teaching('samplegame');
    for (const format of formats)
      expect(written(files.toReversed(), name, format)).toBe(written(files, name, format));
  });

  it('with several contracts shows one when it is asked for, and knows those that there are', () => {
    const files = packageOf(`class Base(IconScoreBase):
    @external
    def low(self): pass
class Main(Base):
    @external
    def act(self): pass
class Other(IconScoreBase):
    @external
    def other(self): pass
`);
    expect(body(files, 'entry-points')).toMatch(/Main[^]*act\(\)[^]*Other[^]*other\(\)/);
    expect(body(files, 'entry-points', { className: 'Base' })).not.toContain('act()');
    expect(() => drawn(files, 'calls', 'Nobody')).toThrow(
      expect.objectContaining({
        code: 'AUDIT_CLASS_UNKNOWN',
        message: expect.stringContaining('there are Base, Main, Other') as string,
      }) as CodedError,
    );
  });
});

describe('a contract of 200 methods', () => {
  const methods = Array.from({ length: 200 }, (_, index) => {
    const next = index % 10 === 9 ? '' : `        self.act${index + 1}(_n)\n`;
    return `    @external\n    def act${index}(self, _n: int):\n        self._sums[self.msg.sender] += _n\n${next}        self.icx.transfer(self.msg.sender, _n)\n`;
  });
  const files = packageOf(
    `class Main(IconScoreBase):\n    def __init__(self, db):\n        super().__init__(db)\n        self._sums = DictDB('sums', db, value_type=int)\n${methods.join('')}`,
  );

  it.each(names)('has its %s as SVG in less than 2 s of a processor', (name) => {
    const before = process.cpuUsage();
    expect(written(files, name, 'svg')).toMatch(/<\/svg>$/);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(2);
  });
});
