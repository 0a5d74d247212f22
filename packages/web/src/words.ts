import { formatNumber } from './format/number.ts';

/** The languages of the house. */
export type Lang = 'ko' | 'en';
export const LANGS: readonly Lang[] = ['ko', 'en'];

/** One message. English may be `[singular, plural]`, chosen by the value called `count`; Korean has no plural. */
export interface Message {
  readonly ko: string;
  readonly en: string | readonly [one: string, other: string];
}

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type Texts<M extends Message> = M['ko'] | (M['en'] extends string ? M['en'] : M['en'][number]);
type Values<M extends Message> = Readonly<Record<Names<Texts<M>>, string | number | bigint>>;

/** Says one message in one language: `t('blocks', { count: 3 })`. Numbers are grouped, text is put in as it is. */
export type Say<W extends Readonly<Record<string, Message>>> = <K extends keyof W>(
  key: K,
  ...values: keyof Values<W[K]> extends never ? [] : [Values<W[K]>]
) => string;

/**
 * Declares messages once, in both languages; a message without one of them does not compile, nor does a call that
 * forgets a value.
 *
 * ```ts
 * const words = defineWords({ blocks: { ko: '블록 {count}개', en: ['{count} block', '{count} blocks'] } });
 * const t = words('en');
 * t('blocks', { count: 1 }); // '1 block'
 * ```
 */
export function defineWords<const W extends Readonly<Record<string, Message>>>(
  messages: W,
): (lang: Lang) => Say<W> {
  const say =
    (lang: Lang) =>
    (key: keyof W, values: Readonly<Record<string, string | number | bigint>> = {}): string =>
      fill(textOf(messages[key], lang, values['count']), values);
  const spoken = { ko: say('ko'), en: say('en') };
  return (lang) => spoken[lang];
}

function textOf(message: Message | undefined, lang: Lang, count: unknown): string {
  const text = message?.[lang];
  if (text === undefined) throw new TypeError('This message was never declared with defineWords.');
  if (typeof text === 'string') return text;
  return Number(count) === 1 ? text[0] : text[1];
}

function fill(text: string, values: Readonly<Record<string, string | number | bigint>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = values[name];
    if (value === undefined) return hole;
    return typeof value === 'string' ? value : formatNumber(value);
  });
}
