import { describe, expect, it } from 'vitest';
import { headline } from './headline.ts';

describe('headline', () => {
  it('is the first line', () => {
    expect(headline('  A gate\nopens')).toBe('A gate');
    expect(headline('')).toBe('');
  });

  it('is cut at the end of a word and never longer than asked for', () => {
    expect(headline('a gate in the wall', 10)).toBe('a gate in…');
    expect(headline('a gate in the wall', 9)).toBe('a gate…');
    expect(headline('구름이산을넘어간다', 5)).toBe('구름이산…');
  });
});
