import { printable } from '@madang/errors';
import type { VNode } from 'preact';
import { Beginning } from './beginning.tsx';
import { htmlWords } from './html.words.ts';
import { Raw } from './raw.tsx';
import { Contents, Sections } from './sections.tsx';
import type { Source } from './source.ts';
import { documentStyle } from './style.ts';
import { Text } from './text.tsx';

/** Nothing is loaded and no script runs, whatever a record says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The whole document. */
export function Page({ source }: { source: Source }): VNode {
  const t = htmlWords(source.lang);
  const { start } = source.report;
  const title = `${start.plan.name}, ${start.ts.slice(0, 10)}: ${t('page')}`;
  return (
    <html lang={source.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{printable(title)}</title>
        <style dangerouslySetInnerHTML={{ __html: documentStyle }} />
      </head>
      <body>
        <main class="report">
          <Beginning source={source} t={t} />
          <Contents t={t} more={['raw']} />
          <Sections source={source} t={t} />
          <Raw source={source} t={t} />
        </main>
        <footer>
          <Text text={t('footer', { version: start.versions['poolbench'] ?? '', run: start.run_id })} />
        </footer>
      </body>
    </html>
  );
}
