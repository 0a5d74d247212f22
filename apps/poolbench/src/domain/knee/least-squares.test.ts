import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nonNegativeLeastSquares } from './least-squares.ts';

const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 });

/** Three columns, each with a large number at a place of its own, so that none depends on the others. */
const independent = fc
  .tuple(numbers, numbers, numbers)
  .map((columns) => columns.map((column, index) => column.with(index, 40)));

describe('nonNegativeLeastSquares', () => {
  it('solves exactly what has a solution', () => {
    const columns = [
      [1, 1, 1, 1],
      [0, 1, 2, 3],
    ];
    const solved = nonNegativeLeastSquares(columns, [5, 8, 11, 14]);
    expect(solved).toEqual([expect.closeTo(5, 12), expect.closeTo(3, 12)]);
  });

  it('sets to zero what would be negative, and fits the rest anew', () => {
    const columns = [
      [1, 1, 1, 1],
      [0, 1, 2, 3],
    ];
    expect(nonNegativeLeastSquares(columns, [4, 3, 2, 1])).toEqual([2.5, 0]);
    expect(nonNegativeLeastSquares(columns, [-1, -1, -1, -1])).toEqual([0, 0]);
  });

  it('does without a column that depends on another', () => {
    const column = [1, 2, 3];
    expect(nonNegativeLeastSquares([column, column], [2, 4, 6])).toEqual([2, 0]);
    expect(nonNegativeLeastSquares([[0, 0, 0], column], [2, 4, 6])).toEqual([0, 2]);
  });

  it('is optimal: no coefficient can be moved to come nearer (Karush, Kuhn and Tucker)', () => {
    fc.assert(
      fc.property(independent, numbers, (columns, target) => {
        const solved = nonNegativeLeastSquares(columns, target);
        const left = target.map((value, row) =>
          solved.reduce((rest, coefficient, column) => rest - coefficient * columns[column]![row]!, value),
        );
        for (const [index, coefficient] of solved.entries()) {
          const slope = columns[index]!.reduce((sum, value, row) => sum + value * left[row]!, 0);
          expect(coefficient).toBeGreaterThanOrEqual(0);
          expect(slope).toBeLessThan(1e-6);
          if (coefficient > 0) expect(slope).toBeGreaterThan(-1e-6);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
