import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const TOKENS = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const PAIRS = new Map(
  [...TOKENS.matchAll(/--([\w-]+): light-dark\(#(\w{6}), #(\w{6})\)/g)].map(([, name, light, dark]) => [
    name!,
    { light: light!, dark: dark! },
  ]),
);

/** Contrast of two colours after WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the colours', () => {
  const texts = ['ink', 'muted', 'accent', 'good', 'warn', 'bad'];
  const grounds = ['paper', 'surface', 'sunk'];
  const cases = (['light', 'dark'] as const).flatMap((theme) =>
    texts.flatMap((text) => grounds.map((ground) => ({ theme, text, ground }))),
  );

  it.each(cases)('$text can be read on $ground when it is $theme', ({ theme, text, ground }) => {
    expect(contrast(PAIRS.get(text)![theme], PAIRS.get(ground)![theme])).toBeGreaterThanOrEqual(4.5);
  });

  it.each([1, 2, 3, 4, 5, 6])('series %d can be made out on a slab', (series) => {
    for (const theme of ['light', 'dark'] as const) {
      expect(
        contrast(PAIRS.get(`series-${series}`)![theme], PAIRS.get('sunk')![theme]),
      ).toBeGreaterThanOrEqual(3);
    }
  });
});
