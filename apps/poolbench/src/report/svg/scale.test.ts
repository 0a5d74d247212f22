import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawable, exactScale, linearScale, logScale, tailScale, type Scale } from './scale.ts';

const SPAN = { from: 20, to: 320 };
const figure = fc.oneof(
  fc.double(),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
  fc.integer({ min: -5, max: 5 }),
  fc.constant(null),
);
const figures = fc.array(figure, { maxLength: 20 });
const SCALES = { linearScale, exactScale, logScale };

/** What holds for every scale of any values. */
function expectReadable(scale: Scale): void {
  expect(scale.high).toBeGreaterThan(scale.low);
  expect(scale.place(scale.low)).toBeCloseTo(SPAN.from);
  expect(scale.place(scale.high)).toBeCloseTo(SPAN.to);
  for (const tick of scale.ticks) {
    expect(scale.place(tick)).toBeGreaterThanOrEqual(SPAN.from);
    expect(scale.place(tick)).toBeLessThanOrEqual(SPAN.to);
  }
}

describe.each(Object.entries(SCALES))('%s', (_, make) => {
  it('has ends apart and its ticks between them, whatever the values', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 2, max: 12 }), (values, most) =>
        expectReadable(make(values, SPAN, most)),
      ),
    );
  });

  it('keeps the order of values, and all of them within the span', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const scale = make(values, SPAN, 6);
        const places = values
          .map(drawable)
          .filter((value) => value !== null)
          .sort((a, b) => a - b)
          .map(scale.place);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places.every((place) => place >= SPAN.from && place <= SPAN.to)).toBe(true);
      }),
    );
  });

  it('has no more than twice as many ticks as asked for', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 2, max: 12 }), (values, most) => {
        expect(make(values, SPAN, most).ticks.length).toBeLessThanOrEqual(2 * most + 1);
      }),
    );
  });
});

describe('linearScale', () => {
  it('goes from zero to a round number in round steps', () => {
    expect(linearScale([3, 87], SPAN, 5).ticks).toEqual([0, 20, 40, 60, 80, 100]);
    expect(linearScale([0.07, 0.3], SPAN, 4).ticks).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it('includes what is below zero', () => {
    expect(linearScale([-3, 4], SPAN, 4).low).toBeLessThanOrEqual(-3);
  });
});

describe('logScale', () => {
  it('has its ticks at 1, 2, 5, 10', () => {
    expect(logScale([0.3, 70], SPAN, 10).ticks).toEqual([0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]);
  });

  it('keeps to powers of ten where the others would crowd', () => {
    expect(logScale([1, 1e6], SPAN, 7).ticks).toEqual([1, 10, 100, 1000, 1e4, 1e5, 1e6]);
    expect(logScale([1e-9, 1e9], SPAN, 4).ticks.length).toBeLessThanOrEqual(5);
  });

  it('has equal steps where all lies close together', () => {
    expect(logScale([0.95, 1.2], SPAN, 8).ticks).toEqual([0.95, 1, 1.05, 1.1, 1.15, 1.2]);
  });

  it('puts twice and half equally far from 1', () => {
    const { place } = logScale([0.1, 10], SPAN, 6);
    expect(place(2) - place(1)).toBeCloseTo(place(1) - place(0.5));
  });
});

describe('tailScale', () => {
  it('gives each further nine the same room', () => {
    const { place, ticks } = tailScale([50, 99.9], SPAN);
    expect(ticks).toEqual([50, 90, 99, 99.9]);
    expect(place(99.9) - place(99)).toBeCloseTo(place(99) - place(90));
  });

  it('has a place for anything', () => {
    const scale = tailScale([0, 100, 1e300, -3, Number.NaN], SPAN);
    expectReadable(scale);
    expect(scale.place(100)).toBe(SPAN.to);
  });
});
