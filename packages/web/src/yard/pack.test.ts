import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packYard, SLAB, type Square } from './pack.ts';

const steps = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 100_000, max: 1_000_000 }),
  fc.constant(2_500_000_000),
);
const yards = fc.array(fc.array(steps, { maxLength: 60 }), { maxLength: 14 });

function overlap(a: Square, b: Square): boolean {
  return a.x < b.x + b.side && b.x < a.x + a.side && a.y < b.y + b.side && b.y < a.y + a.side;
}

describe('packYard', () => {
  it('keeps every tile inside its slab and apart from the others', () => {
    fc.assert(
      fc.property(yards, (slabs) => {
        for (const { squares } of packYard(slabs)) {
          squares.forEach((square, index) => {
            expect(square.x).toBeGreaterThanOrEqual(0);
            expect(square.x + square.side).toBeLessThanOrEqual(SLAB.width);
            expect(square.y + square.side).toBeLessThanOrEqual(SLAB.height);
            expect(squares.slice(0, index).filter((other) => overlap(square, other))).toEqual([]);
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('draws or counts every transaction', () => {
    fc.assert(
      fc.property(yards, (slabs) => {
        const packed = packYard(slabs);
        expect(packed.map(({ squares, left }) => squares.length + left)).toEqual(
          slabs.map(({ length }) => length),
        );
      }),
    );
  });

  it('gives equal steps an equal area in every slab, however full one of them is', () => {
    const [full, calm] = packYard([Array.from({ length: 40 }, () => 200_000), [200_000]]);
    expect(full?.left).toBe(0);
    expect(new Set([...(full?.squares ?? []), ...(calm?.squares ?? [])].map(({ side }) => side)).size).toBe(
      1,
    );
  });

  it('makes the area grow with the steps used', () => {
    const [slab] = packYard([[100_000, 400_000]]);
    const [small, large] = slab?.squares ?? [];
    expect((large?.side ?? 0) / (small?.side ?? 1)).toBeCloseTo(2);
  });

  it('says how many found no room in a block of thousands', () => {
    const [slab] = packYard([Array.from({ length: 5000 }, () => 100_000)]);
    expect(slab?.squares.length).toBeGreaterThan(100);
    expect(slab?.left).toBe(5000 - (slab?.squares.length ?? 0));
  });
});
