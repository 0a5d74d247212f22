import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lanesOf, placeFlags, type PlacedFlag } from './lanes.ts';
import { fit, widthOf } from './text-fit.ts';

const WIDTH = 344;
const flags = fc.array(
  fc.record({
    x: fc.double({ min: 0, max: WIDTH, noNaN: true }),
    label: fc.string({ maxLength: 40, unit: 'grapheme' }),
  }),
  { maxLength: 12 },
);

function named(placed: readonly PlacedFlag[]): (PlacedFlag & { lane: number })[] {
  return placed.flatMap((flag) => (flag.lane === null ? [] : [{ ...flag, lane: flag.lane }]));
}

describe('placeFlags', () => {
  it('lets no text meet another text or the line of a flag above it', () => {
    fc.assert(
      fc.property(flags, (given) => {
        const placed = named(placeFlags(given, WIDTH));
        for (const one of placed) {
          for (const other of placed.filter((flag) => flag !== one)) {
            if (one.lane === other.lane) expect(one.from > other.to || other.from > one.to).toBe(true);
            if (one.lane > other.lane) expect(one.x < other.from || one.x > other.to).toBe(true);
          }
        }
      }),
    );
  });

  it('keeps every text inside the drawing, and loses no flag', () => {
    fc.assert(
      fc.property(flags, (given) => {
        const placed = placeFlags(given, WIDTH);
        expect(placed).toHaveLength(given.length);
        expect(placed.every(({ from, to }) => from >= 0 && to <= WIDTH + 1e-6)).toBe(true);
      }),
    );
  });

  it('takes one lane where all have room, and names three that share a place', () => {
    expect(
      lanesOf(
        placeFlags(
          [
            { x: 10, label: 'a' },
            { x: 200, label: 'b' },
          ],
          WIDTH,
        ),
      ),
    ).toBe(1);
    const shared = placeFlags(
      [5, 5, 5].map((x) => ({ x, label: 'the same place' })),
      WIDTH,
    );
    expect(named(shared)).toHaveLength(3);
  });
});

describe('fit', () => {
  it('cuts no more than it must', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 20, max: 300 }), (text, room) => {
        const shown = fit(text, room);
        if (widthOf(text) <= room) expect(shown).toBe(text);
        else expect(widthOf(shown)).toBeLessThanOrEqual(room + 0.1);
      }),
    );
  });

  it('takes a Korean letter for wider than a Latin one', () => {
    expect(widthOf('가')).toBeGreaterThan(widthOf('a'));
  });
});
