import type { Lang } from '@madang/web';
import { phraseText } from '../../phrase/phrase-text.ts';
import type { Phrase } from '../../record/schema/phrase.schema.ts';
import type { RunEnd } from '../../record/schema/run.schema.ts';
import type { Verdict } from '../../record/schema/verdict.schema.ts';

/** A sentence, and the language that it is in. */
export interface Sentence {
  readonly text: string;
  readonly lang: Lang;
}

/** What a verdict says, in a language; as it was recorded, in English, where its record has no code that this version knows. */
export function sentenceOf({ sentence, said }: Verdict, lang: Lang): Sentence {
  return sentenceIn(lang, sentence, said);
}

/** What a run tells its reader, in a language; as it was recorded, in English, where that is all there is. */
export function noticesOf({ notices, notices_said = [] }: RunEnd, lang: Lang): Sentence[] {
  return notices.map((recorded, index) => sentenceIn(lang, recorded, notices_said[index]));
}

// The record has the English one to the letter, whatever became of the words since.
function sentenceIn(lang: Lang, recorded: string, said: Phrase | undefined): Sentence {
  const text = lang === 'en' || said === undefined ? null : phraseText(said, lang);
  return text === null ? { text: recorded, lang: 'en' } : { text, lang };
}
