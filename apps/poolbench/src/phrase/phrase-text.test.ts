import { describe, expect, it } from 'vitest';
import { s13 } from '../scenario/s13.words.ts';
import { shared } from '../scenario/shared.words.ts';
import { MESSAGES } from './messages.ts';
import { englishText, holesOf, phraseText } from './phrase-text.ts';

const ALL = [...MESSAGES];
const HANGUL = /[가-힣]/;
/** A sentence, with its full stop before the clause that may follow; all others are parts of one. */
const SENTENCE = /\.(\{\w+\})?$/;
/** Particles that ask for the sound before them, which nobody knows of a hole. */
const SOUNDING = /\}[’'")]*(은|는|이|가|을|를|과|와|로|으로|이나|나|이라|라|이란|란)(?=[\s,.:;]|$)/;

describe('the words of records', () => {
  it.each(ALL)('%s has the same holes in both languages', (_, { en, ko }) => {
    expect(new Set(holesOf(ko))).toEqual(new Set(holesOf(en)));
  });

  it.each(ALL)(
    '%s is a sentence in both languages or in none, and a Korean one in Korean',
    (_, { en, ko }) => {
      expect(SENTENCE.test(ko)).toBe(SENTENCE.test(en));
      if (SENTENCE.test(ko)) expect(ko).toMatch(HANGUL);
    },
  );

  it.each(ALL)('%s has no particle in Korean that depends on what stands in a hole', (_, { ko }) => {
    expect(ko).not.toMatch(SOUNDING);
  });

  it.each(ALL)('%s can be said once it is filled', (code, { en }) => {
    const facts = Object.fromEntries(holesOf(en).map((hole) => [hole, '7']));
    for (const lang of ['ko', 'en'] as const)
      expect(phraseText({ code, facts, clauses: {} }, lang)).not.toMatch(/[{}]/);
  });
});

describe('a phrase', () => {
  const leaky = s13.say('leaky', { figures: [s13.say('heap'), s13.say('p99')] });

  it('is said in either language, its parts joined by commas', () => {
    expect(phraseText(leaky, 'en')).toBe('Something leaks: its heap, the p99 of the response.');
    expect(phraseText(leaky, 'ko')).toBe('새는 것이 있습니다: 이 프로세스의 힙, 응답의 p99.');
  });

  it('leaves nothing where there is no part', () => {
    expect(englishText(s13.say('leaky', { figures: [] }))).toBe('Something leaks: .');
  });

  it('fills no hole that a fact brings along', () => {
    expect(englishText(shared.say('noneFailed', { offered: '{failed} $&' }))).toBe(
      'none of {failed} $& operations failed',
    );
  });

  it.each([
    ['of a code that a newer version has', { ...leaky, code: 's99.new' }],
    ['of a name that every object has', { ...leaky, code: 'toString' }],
    ['with a part of a newer version', { ...leaky, clauses: { figures: [{ code: 's99.new', facts: {} }] } }],
    ['that lacks a part', { ...leaky, clauses: {} }],
  ])('%s cannot be said', (_, phrase) => {
    expect(phraseText(phrase, 'ko')).toBeNull();
    expect(() => englishText(phrase)).toThrow(TypeError);
  });

  it('cannot be a part when it has parts of its own', () => {
    expect(() => s13.say('leaky', { figures: leaky })).toThrow(/s13\.leaky/);
  });
});
