import { printable } from '@madang/errors';
import type { VNode } from 'preact';
import { Beginning } from './beginning.tsx';
import { Cautions } from './cautions.tsx';
import { Cells } from './cells.tsx';
import { Charts } from './charts.tsx';
import { Configuration } from './configuration.tsx';
import { Errors } from './errors.tsx';
import { Findings } from './findings.tsx';
import { htmlWords, type Say } from './html.words.ts';
import { Raw } from './raw.tsx';
import type { Source } from './source.ts';
import { htmlStyle } from './style.ts';
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
        <style dangerouslySetInnerHTML={{ __html: htmlStyle }} />
      </head>
      <body>
        <main>
          <Beginning source={source} t={t} />
          <Contents t={t} />
          <Findings source={source} t={t} />
          <Cautions source={source} t={t} />
          <Charts source={source} t={t} />
          <Errors source={source} t={t} />
          <Cells source={source} t={t} />
          <Configuration source={source} t={t} />
          <Raw source={source} t={t} />
        </main>
        <footer>
          <Text text={t('footer', { version: start.versions['poolbench'] ?? '', run: start.run_id })} />
        </footer>
      </body>
    </html>
  );
}

const SECTIONS = ['findings', 'charts', 'errors', 'cells', 'configuration', 'raw'] as const;

function Contents({ t }: { t: Say }): VNode {
  return (
    <nav aria-label={t('contents')}>
      <ul>
        {SECTIONS.map((id) => (
          <li>
            <a href={`#${id}`}>{t(id)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
