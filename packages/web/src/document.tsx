import type { ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { IslandsDrawn } from './islands/island.tsx';
import { Layout, type Frame } from './layout.tsx';
import { layoutWords } from './layout.words.ts';
import { LocaleProvider } from './locale.ts';

/** Where the browser finds what a page needs; from `houseAssets` and `islandsOf`. */
export interface PageAssets {
  readonly styles: readonly string[];
  /** Module scripts; sent only with a page that has an island. */
  readonly scripts: readonly string[];
  readonly icon: string;
}

export interface Page {
  readonly frame: Frame;
  /** What the page is about, in a few words; the names of system and house are added. */
  readonly title: string;
  readonly description?: string;
  readonly assets: PageAssets;
  readonly body: ComponentChild;
}

/**
 * A whole HTML document: the frame and in it the body. There is no inline script or style, every text is escaped, and what
 * HTML cannot carry (U+0000, lone surrogates) becomes U+FFFD.
 */
export function drawDocument({ frame, title, description, assets, body }: Page): string {
  const islands = new Set<string>();
  const drawn = renderToString(
    <LocaleProvider value={frame}>
      <IslandsDrawn.Provider value={islands}>
        <Layout frame={frame}>{body}</Layout>
      </IslandsDrawn.Provider>
    </LocaleProvider>,
  );
  const names = [title, frame.system?.name, layoutWords(frame.lang)('house')];
  const head = renderToString(
    <head>
      <meta charset="utf-8" />
      <title>{[...new Set(names)].filter(Boolean).join(' · ')}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {description !== undefined && <meta name="description" content={description} />}
      <link rel="icon" type="image/svg+xml" href={assets.icon} />
      {assets.styles.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {islands.size > 0 && assets.scripts.map((src) => <script type="module" src={src} />)}
    </head>,
  );
  return wellFormed(`<!doctype html>${openingTag(frame)}${head}<body>${drawn}</body></html>`);
}

function openingTag(frame: Frame): string {
  const theme = frame.theme === 'auto' ? {} : { 'data-theme': frame.theme };
  const root = renderToString(
    <html lang={frame.lang} data-time-zone={frame.timeZone} data-now={frame.now} {...theme} />,
  );
  return root.slice(0, -'</html>'.length);
}

function wellFormed(html: string): string {
  // A regular expression over all of it would cost a tenth of drawing the page.
  return html.toWellFormed().replaceAll('\0', '\ufffd');
}
