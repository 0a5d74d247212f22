import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { defineWords } from './words.ts';

const words = defineWords({
  plain: { ko: '블록', en: 'Block' },
  counted: { ko: '블록 {count}개', en: ['{count} block', '{count} blocks'] },
  named: { ko: '{name}에서 {from} → {to}', en: '{name}: {from} → {to}' },
});

describe('defineWords', () => {
  it('says a message in each language', () => {
    expect(words('ko')('plain')).toBe('블록');
    expect(words('en')('plain')).toBe('Block');
  });

  it('chooses the English plural by count and groups digits', () => {
    const t = words('en');
    expect(t('counted', { count: 1 })).toBe('1 block');
    expect(t('counted', { count: 0 })).toBe('0 blocks');
    expect(t('counted', { count: 1_234_567n })).toBe('1,234,567 blocks');
    expect(words('ko')('counted', { count: 1 })).toBe('블록 1개');
  });

  it('puts values in as they are, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (name, from, to) => {
        expect(words('en')('named', { name, from, to })).toBe(`${name}: ${from} → ${to}`);
      }),
    );
  });

  it('does not fill a hole that a value brings along', () => {
    expect(words('en')('named', { name: '{to}', from: '$&', to: 'x' })).toBe('{to}: $& → x');
  });

  it('knows at compile time which values a message needs', () => {
    const t = words('ko');
    expectTypeOf(t<'plain'>).parameters.toEqualTypeOf<['plain']>();
    expectTypeOf(t<'counted'>)
      .parameter(1)
      .toEqualTypeOf<Readonly<Record<'count', string | number | bigint>>>();
    // @ts-expect-error A message has both languages.
    defineWords({ onlyKorean: { ko: '블록' } });
  });
});
