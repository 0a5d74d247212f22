import type { VNode } from 'preact';
import type { CheckRun } from '../../check-run.ts';
import { toolOf } from '../tool.ts';
import { Report } from './report.tsx';
import { documentStyle } from './style.ts';
import { lineOf } from './text.tsx';
import { reportWords, titleOf, type Language } from './report.words.ts';

/** Nothing is loaded and no script runs, whatever the contract under audit says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The whole document. */
export function Page({ run, language }: { run: CheckRun; language: Language }): VNode {
  const t = reportWords(language);
  const { name, version } = toolOf();
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{lineOf(`${titleOf(run, language)}: ${t('report')}`)}</title>
        <style dangerouslySetInnerHTML={{ __html: documentStyle() }} />
      </head>
      <body>
        <main>
          <Report run={run} language={language} />
        </main>
        <footer>{t('footer', { tool: `${name} ${version}`, ruleSet: run.ruleSet })}</footer>
      </body>
    </html>
  );
}
