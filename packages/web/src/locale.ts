import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang, Message, Say } from './words.ts';

/** For whom a page is drawn. Pieces read it from here, so that no page hands it down. */
export interface Locale {
  readonly lang: Lang;
  /** IANA name of the zone in which exact times are shown. */
  readonly timeZone: string;
  /** When the page was drawn, RFC 3339; ages are counted from it. */
  readonly now: string;
}

const LocaleContext = createContext<Locale | null>(null);

/** Gives everything inside it the locale; `drawDocument` and `hydrateIslands` do this. */
export const LocaleProvider = LocaleContext.Provider;

/** The locale of the page being drawn. */
export function useLocale(): Locale {
  const locale = useContext(LocaleContext);
  if (locale === null) throw new TypeError('Pieces of a page are drawn inside drawDocument or an island.');
  return locale;
}

/** The messages of a catalogue in the language of the page. */
export function useWords<W extends Readonly<Record<string, Message>>>(words: (lang: Lang) => Say<W>): Say<W> {
  return words(useLocale().lang);
}
