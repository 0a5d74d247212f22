import type { VNode } from 'preact';
import { Cautions } from './cautions.tsx';
import { Cells } from './cells.tsx';
import { Charts } from './charts.tsx';
import { Configuration } from './configuration.tsx';
import { Errors } from './errors.tsx';
import { Findings } from './findings.tsx';
import type { Say } from './html.words.ts';
import type { Source } from './source.ts';

/** All that a run found, as it stands in its file and on its page. */
export function Sections({ source, t }: { source: Source; t: Say }): VNode {
  return (
    <>
      <Findings source={source} t={t} />
      <Cautions source={source} t={t} />
      <Charts source={source} t={t} />
      <Errors source={source} t={t} />
      <Cells source={source} t={t} />
      <Configuration source={source} t={t} />
    </>
  );
}

/** Those that every report has. */
const SECTIONS = ['findings', 'charts', 'errors', 'cells', 'configuration'] as const;

/** Links to the sections. @param more those that stand after them */
export function Contents({ t, more = [] }: { t: Say; more?: readonly 'raw'[] }): VNode {
  return (
    <nav class="contents" aria-label={t('contents')}>
      <ul>
        {[...SECTIONS, ...more].map((id) => (
          <li key={id}>
            <a href={`#${id}`}>{t(id)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
