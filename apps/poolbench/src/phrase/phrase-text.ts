import type { Lang } from '@madang/web';
import type { Clause, Phrase } from '../record/schema/phrase.schema.ts';
import { MESSAGES } from './messages.ts';

/** A sentence in a language; null for one that this version does not know, or that lacks what belongs into it. */
export function phraseText({ code, facts, clauses }: Phrase, lang: Lang): string | null {
  const texts: Record<string, string> = { ...facts };
  for (const [hole, parts] of Object.entries(clauses)) {
    const said = parts.map((part) => clauseText(part, lang));
    if (!said.every((text) => text !== null)) return null;
    texts[hole] = said.join(', ');
  }
  return clauseText({ code, facts: texts }, lang);
}

/** A sentence of our own in English. Throws TypeError for one that no table has. */
export function englishText(phrase: Phrase): string {
  const text = phraseText(phrase, 'en');
  if (text === null) throw new TypeError(`There are no words for ${phrase.code}, or it was not filled.`);
  return text;
}

function clauseText({ code, facts }: Clause, lang: Lang): string | null {
  const words = MESSAGES.get(code)?.[lang];
  if (words === undefined || holesOf(words).some((hole) => !Object.hasOwn(facts, hole))) return null;
  return words.replace(HOLE, (_, hole: string) => facts[hole] ?? '');
}

const HOLE = /\{(\w+)\}/g;

/** The names of the holes in a text, in their order. */
export function holesOf(text: string): string[] {
  return [...text.matchAll(HOLE)].map(([, hole = '']) => hole);
}
