import type { Lang } from '@madang/web';
import type { Verdict } from '../../record/schema/verdict.schema.ts';
import { koreanSentence } from './sentence.words.ts';
import type { Source } from './source.ts';
import { cellBefore, pairOf } from './surroundings.ts';

/** A sentence, and the language that it is in. */
export interface Sentence {
  readonly text: string;
  readonly lang: Lang;
}

/** What a verdict says, in the language of the page where its fields allow it; else as it was recorded, which is in English. */
export function sentenceOf(verdict: Verdict, { lang, records, seriesOf }: Source): Sentence {
  const recorded: Sentence = { text: verdict.sentence, lang: 'en' };
  if (lang === 'en') return recorded;
  const text = koreanSentence(verdict, {
    pair: pairOf(verdict, seriesOf(verdict.scenario)),
    cell: cellBefore(records, verdict),
  });
  return text === null ? recorded : { text, lang };
}
