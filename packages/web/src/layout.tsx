import type { ComponentChildren, VNode } from 'preact';
import { layoutWords } from './layout.words.ts';
import { useWords, type Locale } from './locale.ts';
import { Mark } from './mark.tsx';
import { Search, type SearchProps } from './search/search.tsx';
import { LANGS } from './words.ts';

export type Theme = 'auto' | 'light' | 'dark';
const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
const LANG_NAMES = { ko: '한국어', en: 'English' } as const;

export interface Place {
  readonly href: string;
  readonly label: string;
  /** The place one is in. */
  readonly current: boolean;
}

/** What surrounds every page of a system. */
export interface Frame extends Locale {
  readonly theme: Theme;
  /** The system whose page this is; `null` in the courtyard itself. */
  readonly system: { readonly name: string; readonly href: string } | null;
  /** At most five. */
  readonly places: readonly Place[];
  /** Path of the page. */
  readonly path: string;
  /** Query of the page without `?`; the links to the other language and theme add `lang=` and `theme=` to it. */
  readonly query: string;
  readonly search?: SearchProps;
}

export function Layout({ frame, children }: { frame: Frame; children: ComponentChildren }): VNode {
  const t = useWords(layoutWords);
  return (
    <>
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <header class="frame-head">
        <div class="frame-bar">
          <Names frame={frame} />
          {frame.places.length > 0 && <Places places={frame.places} />}
          {frame.search !== undefined && <Search {...frame.search} />}
          <Languages frame={frame} />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer class="frame-foot">
        <Themes frame={frame} />
      </footer>
    </>
  );
}

function Names({ frame }: { frame: Frame }): VNode {
  const t = useWords(layoutWords);
  return (
    <div class="names">
      <a href="/" class="house" aria-label={t('houseHome')}>
        <Mark />
        <span>{t('house')}</span>
      </a>
      {frame.system !== null && (
        <>
          <span aria-hidden="true">·</span>
          <a href={frame.system.href}>{frame.system.name}</a>
        </>
      )}
    </div>
  );
}

function Places({ places }: { places: readonly Place[] }): VNode {
  const t = useWords(layoutWords);
  return (
    <nav class="places" aria-label={t('places')}>
      {places.map(({ href, label, current }) => (
        <a href={href} aria-current={current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

function Languages({ frame }: { frame: Frame }): VNode {
  const t = useWords(layoutWords);
  return (
    <nav class="choice languages" aria-label={t('language')}>
      {LANGS.map((lang) => (
        <a
          href={withChoice(frame, 'lang', lang)}
          lang={lang}
          hreflang={lang}
          aria-current={lang === frame.lang ? 'true' : undefined}
        >
          {LANG_NAMES[lang]}
        </a>
      ))}
    </nav>
  );
}

function Themes({ frame }: { frame: Frame }): VNode {
  const t = useWords(layoutWords);
  return (
    <nav class="choice" aria-label={t('theme')}>
      {THEMES.map((theme) => (
        <a href={withChoice(frame, 'theme', theme)} aria-current={theme === frame.theme ? 'true' : undefined}>
          {t(theme)}
        </a>
      ))}
    </nav>
  );
}

// Only a query, so that no path, whoever made it up, can lead to another host.
function withChoice(frame: Frame, name: 'lang' | 'theme', value: string): string {
  const query = new URLSearchParams(frame.query);
  query.set(name, value);
  return `?${query.toString()}`;
}
