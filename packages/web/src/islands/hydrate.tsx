import { hydrate, type FunctionComponent } from 'preact';
import { LocaleProvider, type Locale } from '../locale.ts';
import { Chart } from '../chart/chart.tsx';
import { CopyButton } from '../pieces/copy.tsx';
import { Search } from '../search/search.tsx';
import { LANGS } from '../words.ts';

/** What is needed of an island to bring it to life, whatever its props are. */
interface AnyIsland {
  readonly islandName: string;
  readonly Inside: FunctionComponent<never>;
}

const HOUSE_ISLANDS: readonly AnyIsland[] = [Search, CopyButton, Chart];

/**
 * Brings the islands of the page to life: the house's own and the ones given. This is all that `web/islands.ts` of an app
 * does. One island that fails is reported to the console and leaves the others, and its own drawn markup, alone.
 */
export function hydrateIslands(...own: readonly AnyIsland[]): void {
  const known = new Map([...HOUSE_ISLANDS, ...own].map((island) => [island.islandName, island]));
  const locale = localeOf(document.documentElement);
  for (const place of document.querySelectorAll<HTMLElement>('[data-island]')) {
    const inner = place.parentElement?.closest('[data-island]');
    if (inner !== null && inner !== undefined) continue;
    try {
      hydrateOne(place, known, locale);
    } catch (error) {
      reportError(error);
    }
  }
}

function hydrateOne(place: HTMLElement, known: ReadonlyMap<string, AnyIsland>, locale: Locale): void {
  const { island: name = '', props = '{}' } = place.dataset;
  const Inside = known.get(name)?.Inside as FunctionComponent<object> | undefined;
  if (Inside === undefined)
    throw new Error(`Island "${name}" is drawn but not in this bundle: see web/islands.ts.`);
  hydrate(
    <LocaleProvider value={locale}>
      <Inside {...(JSON.parse(props) as object)} />
    </LocaleProvider>,
    place,
  );
  place.dataset['hydrated'] = '';
}

function localeOf(root: HTMLElement): Locale {
  const lang = LANGS.find((known) => known === root.lang) ?? 'ko';
  return {
    lang,
    timeZone: root.dataset['timeZone'] ?? 'UTC',
    now: root.dataset['now'] ?? new Date().toISOString(),
  };
}
