import { describe, expect, it } from 'vitest';
import { createRandom } from '../domain/random.ts';
import type { ParameterSpec, Part, Row } from './parameter.ts';
import { createWorkload, type WorkloadSpec } from './workload.ts';
import { insertRow, mixWithLong, readWrite, selectByKey } from './workloads.ts';

const withValues = (values: readonly ParameterSpec[], rows?: readonly Row[]): WorkloadSpec => ({
  name: 'own',
  operations: [{ statements: [{ text: `select ${values.map((_, n) => `$${n + 1}`).join(', ')}`, values }] }],
  ...(rows !== undefined && { rows }),
});

/** The values of so many operations. */
function valuesOf(spec: WorkloadSpec, count: number, seed = 1, part?: Part): unknown[][] {
  const workload = createWorkload(spec, part);
  const random = createRandom(seed);
  return Array.from({ length: count }, () => [...workload.next(random)[0]!.values]);
}

describe('parameters', () => {
  it('are drawn anew for each operation, the same from the same seed', () => {
    const spec = withValues([{ integer: [3, 5] }, { text: 8 }, { uuid: true }, { choice: ['a', null] }]);
    const values = valuesOf(spec, 200);
    expect(valuesOf(spec, 200)).toEqual(values);
    expect(valuesOf(spec, 200, 2)).not.toEqual(values);
    expect(new Set(values.map(([number]) => number))).toEqual(new Set([3, 4, 5]));
    expect(new Set(values.map(([, , , choice]) => choice))).toEqual(new Set(['a', null]));
    for (const [, text, uuid] of values) {
      expect(text).toMatch(/^[a-z0-9]{8}$/);
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('of a sequence are the same for no two that share the work', () => {
    const spec = withValues([{ sequence: 10 }]);
    const parts = [0, 1, 2].map((index) => valuesOf(spec, 4, 1, { index, of: 3 }).flat());
    expect(parts).toEqual([
      [10, 13, 16, 19],
      [11, 14, 17, 20],
      [12, 15, 18, 21],
    ]);
  });

  it('that are columns come from one row', () => {
    const rows = [1, 2, 3].map((id) => ({ id, name: `name ${id}` }));
    const values = valuesOf(withValues([{ column: 'id' }, { column: 'name' }], rows), 50);
    for (const [id, name] of values) expect(name).toBe(`name ${String(id)}`);
    expect(new Set(values.map(([id]) => id)).size).toBe(3);
  });

  it.each<[string, WorkloadSpec, RegExp]>([
    ['an empty range', withValues([{ integer: [5, 4] }]), /\[5, 4\] is no range/],
    ['a range too wide', withValues([{ integer: [-(2 ** 53), 2 ** 53] }]), /no range/],
    ['no choice', withValues([{ choice: [] }]), /nothing to choose/],
    ['a negative length', withValues([{ text: -1 }]), /no length/],
    ['a column without rows', withValues([{ column: 'id' }]), /no row/],
    ['an unknown column', withValues([{ column: 'ID' }], [{ id: 1 }]), /is not in the file, which has id/],
    ['a value too few', { name: 'x', operations: [{ statements: [{ text: 'select $1' }] }] }, /1 parameters/],
    ['no statement', { name: 'x', operations: [{ statements: [] }] }, /no statement/],
    ['no operation', { name: 'x', operations: [] }, /shares \[\]/],
  ])('are refused for %s', (_, spec, reason) => {
    expect(() => createWorkload(spec)).toThrow(reason);
  });
});

describe('the workloads of our own', () => {
  it('say what they send, what it changes and whether it is a transaction', () => {
    const told = [selectByKey('s'), insertRow('s'), readWrite('s'), mixWithLong('s', { share: 0.1 })].map(
      (spec) => {
        const { name, statements, changesData, needsOwnConnection } = createWorkload(spec);
        return [name, statements.length, changesData, needsOwnConnection];
      },
    );
    expect(told).toEqual([
      ['select', 1, false, false],
      ['insert', 1, true, false],
      ['read-write', 5, true, true],
      ['mix', 2, false, false],
    ]);
  });

  it('read and change the same row in a transaction', () => {
    const workload = createWorkload(readWrite('s'));
    const random = createRandom(1);
    const ids = new Set<unknown>();
    for (let n = 0; n < 20; n += 1) {
      const [begin, select, update, insert, commit] = workload.next(random);
      expect([begin!.text, commit!.text]).toEqual(['begin', 'commit']);
      expect(update!.values).toEqual(select!.values);
      expect(insert!.values).toHaveLength(2);
      ids.add(select!.values[0]);
    }
    expect(ids.size).toBeGreaterThan(15);
  });

  it('mix long queries in by their share', () => {
    const workload = createWorkload(mixWithLong('s', { share: 0.1, sleepSeconds: 0.2 }));
    const random = createRandom(1);
    const long = Array.from({ length: 5000 }, () => workload.next(random)[0]!).filter(({ text }) =>
      text.includes('pg_sleep'),
    );
    // Four standard deviations of a binomial count.
    expect(Math.abs(long.length - 500)).toBeLessThan(4 * Math.sqrt(450));
    expect(long[0]!.values).toEqual([0.2]);
  });

  it('are made again from what is left of them in JSON', () => {
    const again = JSON.parse(JSON.stringify(readWrite('s'))) as WorkloadSpec;
    expect(valuesOf(again, 5)).toEqual(valuesOf(readWrite('s'), 5));
  });

  it('name a statement by its text, so that a name never stands for two', () => {
    const nameOf = (spec: WorkloadSpec) => createWorkload(spec).next(createRandom(1))[0]!.name;
    expect(nameOf(selectByKey('a'))).not.toBe(nameOf(selectByKey('b')));
    expect(nameOf(selectByKey('a'))).toBe(nameOf(selectByKey('a')));
  });
});
