import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupByKind, moveActive, type FoundItem } from './suggestion.ts';

const KINDS = [
  { name: 'block', label: 'Block', href: '/tracker/blocks/' },
  { name: 'token', label: 'Token', href: '/tracker/tokens/' },
];
const found = (kind: string, id: string): FoundItem => ({ kind, id, title: id, detail: null });

describe('groupByKind', () => {
  it('puts kinds in the order of their best item, and counts through', () => {
    const groups = groupByKind([found('token', 'a'), found('block', '7'), found('token', 'b')], KINDS);
    expect(
      groups.map(({ label, suggestions }) => [label, suggestions.map(({ id, index }) => [id, index])]),
    ).toEqual([
      [
        'Token',
        [
          ['a', 0],
          ['b', 1],
        ],
      ],
      ['Block', [['7', 2]]],
    ]);
  });

  it('leaves out a kind that leads nowhere', () => {
    expect(groupByKind([found('ghost', 'a')], KINDS)).toEqual([]);
  });

  it('keeps every id inside its path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (id) => {
        const [group] = groupByKind([found('block', id)], KINDS);
        const { pathname, search, hash } = new URL(group?.suggestions[0]?.href ?? '', 'http://house');
        // A path of dots is a path to elsewhere, which the house then does not find.
        fc.pre(!/^(\.|%2e){1,2}$/i.test(id));
        expect(pathname.startsWith('/tracker/blocks/')).toBe(true);
        expect(search + hash).toBe('');
      }),
    );
  });
});

describe('moveActive', () => {
  it('goes from the field through all of them and back to the field', () => {
    const down = (active: number | null) => moveActive(active, 1, 2);
    expect([null, 0, 1].map(down)).toEqual([0, 1, null]);
    const up = (active: number | null) => moveActive(active, -1, 2);
    expect([null, 1, 0].map(up)).toEqual([1, 0, null]);
  });

  it('stays in the field when there is nothing to go to', () => {
    expect(moveActive(null, 1, 0)).toBeNull();
    expect(moveActive(null, -1, 0)).toBeNull();
  });
});
