import type { Clause, Phrase } from '../record/schema/phrase.schema.ts';

/** One sentence, or a part of one, in both languages, with the same holes: `{workload}: a pool of {size}…`. */
export interface Message {
  readonly en: string;
  readonly ko: string;
}

type Holes<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Holes<Rest>
  : never;

/** What fills a hole: a figure or a name as it is printed, a clause, or several, which are joined by commas; none leave nothing. */
export type Filling = string | number | Phrase | readonly Phrase[];

type Fillings<M extends Message> = Readonly<Record<Holes<M['en'] | M['ko']>, Filling>>;

/** The sentences of one subject. */
export interface Phrases<M extends Readonly<Record<string, Message>>> {
  /** By code, which is the subject and the name: `s7.connects`. */
  readonly messages: ReadonlyMap<string, Message>;
  /** Makes what a record keeps of a sentence. */
  say<K extends keyof M & string>(
    name: K,
    ...fillings: Holes<M[K]['en'] | M[K]['ko']> extends never ? [] : [Fillings<M[K]>]
  ): Phrase;
}

/**
 * Declares the sentences of a subject, side by side in both languages; a call that forgets a hole does not compile.
 *
 * ```ts
 * const s7 = definePhrases('s7', { opened: { en: '{arm}: {count} were opened.', ko: '‘{arm}’: {count}개를 열었습니다.' } });
 * s7.say('opened', { arm: 'pool of 5', count: 3 });
 * ```
 */
export function definePhrases<const M extends Readonly<Record<string, Message>>>(
  subject: string,
  messages: M,
): Phrases<M> {
  const codeOf = (name: string): string => `${subject}.${name}`;
  return {
    messages: new Map(Object.entries(messages).map(([name, message]) => [codeOf(name), message])),
    say: (name, ...[fillings = {}]) => phraseOf(codeOf(name), fillings),
  };
}

function phraseOf(code: string, fillings: Readonly<Record<string, Filling>>): Phrase {
  const facts: Phrase['facts'] = {};
  const clauses: Phrase['clauses'] = {};
  for (const [hole, filling] of Object.entries(fillings)) {
    if (typeof filling === 'object') clauses[hole] = [filling].flat().map(clauseOf);
    else facts[hole] = String(filling);
  }
  return { code, facts, clauses };
}

function clauseOf({ code, facts, clauses }: Phrase): Clause {
  if (Object.keys(clauses).length > 0) throw new TypeError(`${code} has parts, and so cannot be one.`);
  return { code, facts };
}
