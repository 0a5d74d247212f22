import { expect, it } from 'vitest';
import type { Module } from '../../src/domain/package/package.ts';
import { readPackages } from '../../src/domain/package/read-packages.ts';
import { takeEdit } from '../../src/domain/package/take-edit.ts';
import { readCorpus } from '../fuzz/corpus.ts';
import { Random } from '../fuzz/random.ts';
import { keystroke } from './keystroke.ts';

const encoder = new TextEncoder();
function read(text: string): Module {
  const [pkg] = readPackages([{ path: 'a.py', bytes: encoder.encode(text) }]);
  const [module] = pkg?.modules ?? [];
  if (module === undefined) throw new TypeError('No module.');
  return module;
}

const CARS = `class Cars(IconScoreBase):
    @external
    def hire(self, _days: int) -> None:
        if _days <= 0:
            revert('no days')
        self._hired.set(_days)

    # Cars come back in the evening.
    @external
    def bring(self) -> None:
        self._hired.remove()


def price(days):
    return days * 7
`;

const takes = (older: string, newer: string) => {
  const module = read(older);
  const kept = module.body[0];
  const edited = takeEdit(module, newer);
  if (edited !== undefined) expect(module).toEqual(read(newer));
  else expect(module).toEqual(read(older));
  expect(module.body[0]).toBe(kept);
  return edited?.after.name;
};

it.each([
  ['a statement', "revert('no days')", "revert('no')", 'hire'],
  ['a longer body', '_hired.set(_days)\n', '_hired.set(_days)\n        return\n', 'hire'],
  ['what stands behind it', 'in the evening', 'in the morning', 'hire'],
  ['the last function of a class', 'remove()', 'set(0)', 'bring'],
  ['a function of the module', 'days * 7', 'days * 8', 'price'],
  ['a bracket that stays open', "revert('no days')", "revert(('no days')", 'hire'],
  ['a parameter', '_days: int', '_days: str', 'hire'],
  ['a decorator', '@external\n    def hire', '@payable\n    def hire', 'hire'],
  ['one decorator more', '@external\n    def hire', '@payable\n    @external\n    def hire', 'hire'],
])('an edit within one function is taken: %s', (_, before, after, name) => {
  expect(takes(CARS, CARS.replace(before, after))).toBe(name);
});

it.each([
  ['a name', 'def bring', 'def fetch'],
  ['a class', 'class Cars', 'class Vans'],
  [
    'two functions in one',
    '\n\n    # Cars come back in the evening.\n    @external\n    def bring(self) -> None:',
    '',
  ],
  ['one function that becomes two', "revert('no days')", "revert('no')\n\n    def free(self):\n        pass"],
  ['a line that joins the next function', '\n\n    # Cars come back in the evening.', ' \\'],
  ['a text that never ends', "'no days'", "'''no days'"],
  ['a function that leaves its class', '        self._hired.remove()', 'self._hired.remove()'],
])('any other edit is not, and changes nothing: %s', (_, before, after) => {
  expect(takes(CARS, CARS.replace(before, after))).toBeUndefined();
});

it('what it makes of the samples is what is read of the new text', { timeout: 60_000 }, () => {
  const random = new Random(11);
  const wrong: string[] = [];
  const torn: string[] = [];
  let taken = 0;
  const texts = readCorpus().flatMap((files) =>
    files.flatMap(({ path, bytes }) => (path.endsWith('.py') ? [new TextDecoder().decode(bytes)] : [])),
  );
  for (const text of texts) {
    let module = read(text);
    for (let key = 0; key < 4; key += 1) {
      const before = module.text;
      const newer = keystroke(before, random);
      const edited = takeEdit(module, newer);
      const fresh = read(newer);
      if (edited !== undefined) taken += 1;
      if (edited !== undefined && !sameTrees(module, fresh))
        (fresh.faults.length === 0 ? wrong : torn).push(newer);
      if (edited === undefined && module.text !== before) wrong.push(newer);
      module = fresh;
    }
  }
  expect(wrong).toEqual([]);
  expect(taken).toBeGreaterThan(1000);
  // Where something stays open, how far the damage goes is seen in the whole text only.
  expect(torn.length / taken).toBeLessThan(0.005);
});

const sameTrees = (left: Module, right: Module): boolean =>
  JSON.stringify(left, bigintsAsText) === JSON.stringify(right, bigintsAsText);

const bigintsAsText = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
