import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../src/domain/flow/flow.ts';
import { storageOrigins, type Value } from '../../src/domain/flow/values.ts';
import { describeTypes } from '../../src/domain/model/types.ts';
import { contractOf, flowOf } from './contract-of.ts';

const HEAD = `
class Main(IconScoreBase):
    def __init__(self, db):
        super().__init__(db)
        self._who = DictDB('who', db, value_type=Address)
        self._sums = DictDB('sums', db, value_type=int)
        self._names = DictDB('names', db, value_type=str)
        self._seen = VarDB('seen', db, value_type=int)

    def _add(self, rows, who):
        rows.append(self._who[who])

    @external
    def act(self, _a: int, _b: str, _c: str) -> None:
`;

/** What the last line of a method hands to storage: types, and the places and arguments that it comes from. */
function seen(...lines: readonly string[]): string {
  const body = [...lines.slice(0, -1), `self._seen.set(${lines.at(-1)})`];
  const flow = flowOf(contractOf(HEAD + body.map((line) => `        ${line}\n`).join('')), 'act');
  const given = stepsOf(flow, 'write').findLast(({ action }) => action.item.name === '_seen')?.action.value;
  if (given === undefined) throw new Error('nothing is written');
  return `${describeTypes(given.types)} from ${sourcesOf(given).join(', ')}`;
}

const sourcesOf = (given: Value): string[] =>
  [
    ...new Set([
      ...storageOrigins(given).map(({ name }) => name),
      ...[...given.origins].flatMap((origin) => (origin.kind === 'parameter' ? [origin.name] : [])),
    ]),
  ].toSorted();

const IN_LOOP = ['d = {}', 'for n in range(3):', '    d[n] = self._who[n]'];

describe('what is put into a dict', () => {
  it.each([
    ['by its key', [...IN_LOOP, 'd[1]'], 'Address from _who'],
    ['by get', [...IN_LOOP, 'd.get(1, self.owner)'], 'Address from _who'],
    ['by get, where there may be none', [...IN_LOOP, 'd.get(1)'], 'Address | none from _who'],
    ['by pop', [...IN_LOOP, 'd.pop(1)'], 'Address from _who'],
    [
      'in a loop over its values',
      [...IN_LOOP, 'for x in d.values():', '    y = x', 'x'],
      'Address from _who',
    ],
    [
      'in a loop over its items',
      [...IN_LOOP, 'for n, x in d.items():', '    y = x', 'x'],
      'Address from _who',
    ],
    ['as its keys', ['d = {}', 'd[self._names[1]] = _a', 'for k in d:', '    y = k', 'k'], 'str from _names'],
    [
      'as the first of its items',
      ['d = {self._names[1]: _a}', 'for k, v in d.items():', '    y = k', 'k'],
      'str from _names',
    ],
  ])('comes out again %s', (_, lines, expected) => {
    expect(seen(...lines)).toBe(expected);
  });

  it.each([
    ['update with a dict', ['d = {}', "d.update({'a': _a})", "d['a']"], 'int from _a'],
    ['update by name', ['d = {}', 'd.update(a=_b)', "d['b']"], 'str from _b'],
    ['update with pairs', ['d = {}', 'd.update([(_b, _a)])', 'd[_c]'], 'int from _a, _c'],
    ['setdefault', ['d = {}', 'd.setdefault(_b, _a)', 'd[_c]'], 'int from _a, _c'],
    ['a comprehension', ['d = {k: _a for k in _b.split()}', "d['x']"], 'int from _a'],
    ['another dict', ["e = {'x': _a}", 'd = {**e, _b: 1}', "d.get('y', 2)"], 'int from _a'],
    ['dict', ['d = dict(x=_b)', "d['x']"], 'str from _b'],
    ['a copy', ["d = {'x': _b}", 'e = d.copy()', 'e[_c]'], 'str from _b, _c'],
  ])('by %s comes out again', (_, lines, expected) => {
    expect(seen(...lines)).toBe(expected);
  });

  it('is told apart by names that are written', () => {
    const put = ['d = {}', "d['who'] = self._who[1]", "d['sum'] = self._sums[1]"];
    expect(seen(...put, "d['sum']")).toBe('int from _sums');
    expect(seen(...put, 'd[_b]')).toBe('int | Address from _b, _sums, _who');
    expect(seen(...put, 'd[_b] = _a', "d['who']")).toBe('int | Address from _a, _who');
  });

  it('counts from what is given for the first time', () => {
    const count = ['d = {}', 'for n in range(9):', '    d[n % 2] = d.get(n % 2, 0) + self._sums[n]'];
    expect(seen(...count, 'd[1]')).toBe('int from _sums');
    const asked = ['d = {}', 'for n in range(9):', '    if n in d:', '        d[n] += self._sums[n]'];
    expect(seen(...asked, '    else:', '        d[n] = 0', 'd[1]')).toBe('int from _sums');
  });

  it('leaves unknown what it does not know', () => {
    expect(seen('d = json_loads(_b)', 'd[_c] = _a', 'd[0]')).toBe('unknown from _a, _b');
  });
});

describe('what is put into a list', () => {
  const collected = ['rows = []', 'for n in range(3):', '    rows.append(self._who[n])'];

  it.each([
    ['by its place', [...collected, 'rows[0]'], 'Address from _who'],
    ['by pop', [...collected, 'rows.pop()'], 'Address from _who'],
    ['in a loop', [...collected, 'for x in rows:', '    y = x', 'x'], 'Address from _who'],
    ['from a part of it', [...collected, 'rows[1:][0]'], 'Address from _who'],
    ['put together with others', [...collected, '(rows + [_b])[_a]'], 'str | Address from _a, _b, _who'],
    ['of a list around it', ['rows = [*[_b], self._names[1]]', 'rows[_a]'], 'str from _a, _b, _names'],
    ['by insert', ['rows = []', 'rows.insert(0, _b)', 'rows[0]'], 'str from _b'],
    ['by extend', ['rows = []', 'rows.extend([_b, _c])', 'rows[0]'], 'str from _b, _c'],
    ['by a helper', ['rows = []', 'self._add(rows, _a)', 'rows[0]'], 'Address from _who'],
    ['under another name', ['rows = []', 'same = rows', 'same.append(_b)', 'rows[0]'], 'str from _b'],
    ['of a dict', ['d = {}', 'd.setdefault(_b, []).append(_a)', 'd[_b][0]'], 'int from _a'],
    ['of a dict, by its key', ['d = {}', 'd[_b] = []', 'd[_b].append(_a)', 'd[_b][0]'], 'int from _a'],
  ])('comes out again %s', (_, lines, expected) => {
    expect(seen(...lines)).toBe(expected);
  });

  it('is not known to be nothing where others may have put something in', () => {
    const head = `CACHE = {}\n${HEAD}`;
    const contract = contractOf(
      `${head}        if CACHE.get(_b) is not None:\n            self._seen.set(1)\n`,
    );
    expect(stepsOf(flowOf(contract, 'act'), 'write')).toHaveLength(1);
  });
});
