import { Table, type Column } from '@madang/web';
import type { VNode } from 'preact';
import type { CellSummary } from '../summary.ts';
import { formatFull, formatMs, formatShare, NO_NUMBER } from '../svg/number.ts';
import { titleOf } from './findings.tsx';
import type { Say } from './html.words.ts';
import type { Source } from './source.ts';
import { COLUMNS, FLAGS, LIMITS } from './terms.words.ts';
import { Text } from './text.tsx';

/** With more cells than this, each scenario's are folded away. */
const OPEN_TO = 40;

/** All that was measured, cell by cell, and what the words mean. */
export function Cells({ source, t }: { source: Source; t: Say }): VNode {
  const sections = source.report.sections
    .map(({ scenario, cells }) => ({ scenario, cells: cells.filter(isOfLoad) }))
    .filter(({ cells }) => cells.length > 0);
  const count = sections.reduce((sum, { cells }) => sum + cells.length, 0);
  return (
    <section aria-labelledby="cells">
      <h2 id="cells">{t('cells')}</h2>
      <Legend source={source} t={t} />
      {sections.map(({ scenario, cells }) => {
        const title = t('cellsOf', { scenario: titleOf(scenario, source, t), count: cells.length });
        return (
          <details open={count <= OPEN_TO}>
            <summary>{title}</summary>
            <Table
              caption={title}
              columns={columnsOf(cells, source)}
              rows={cells}
              keyOf={({ name }) => name}
            />
          </details>
        );
      })}
    </section>
  );
}

// Connections that are opened one after another have no rate to speak of; their chart tells of them.
function isOfLoad({ start: { workload } }: CellSummary): boolean {
  return workload !== 'connect';
}

const FIGURES = {
  rate: ({ rate }) => formatFull(Number(rate.toPrecision(4))),
  p50: ({ p50 }) => formatMs(p50),
  p99: ({ p99 }) => formatMs(p99),
  failed: ({ failed }) => formatFull(failed),
  wait: ({ waitShare }) => shareOf(waitShare),
  opens: ({ opensPerOperation }) => opensPerOperation?.toFixed(2) ?? NO_NUMBER,
  client: ({ clientCpuMs }) => formatMs(clientCpuMs),
  pooler: ({ poolerCpuMs }) => formatMs(poolerCpuMs),
  server: ({ serverCpuMs }) => formatMs(serverCpuMs),
  loop: ({ eventLoop }) => shareOf(eventLoop),
  foreign: ({ foreignCpu }) => shareOf(foreignCpu),
} as const satisfies Partial<Record<keyof typeof COLUMNS, (cell: CellSummary) => string>>;

function shareOf(share: number | null): string {
  return share === null ? NO_NUMBER : formatShare(share);
}

function columnsOf(cells: readonly CellSummary[], { lang }: Source): Column<CellSummary>[] {
  const pooled = cells.some(({ poolerCpuMs }) => poolerCpuMs !== null);
  const figures = (Object.keys(FIGURES) as (keyof typeof FIGURES)[]).filter(
    (key) => pooled || key !== 'pooler',
  );
  return [
    { key: 'cell', head: COLUMNS.cell.head[lang], phone: true, cell: ({ name }) => <Text text={name} /> },
    ...figures.map((key): Column<CellSummary> => ({
      key,
      head: COLUMNS[key].head[lang],
      phone: true,
      align: 'right',
      cell: FIGURES[key],
    })),
    {
      key: 'limit',
      head: COLUMNS.limit.head[lang],
      phone: true,
      cell: ({ limit }) => <Text text={limit === null ? '' : (LIMITS.get(limit)?.[lang] ?? limit)} />,
    },
    {
      key: 'flags',
      head: COLUMNS.flags.head[lang],
      phone: true,
      cell: ({ flags }) => (
        <span class="whole">
          <Text text={flags.join(', ')} />
        </span>
      ),
    },
  ];
}

function Legend({ source: { lang }, t }: { source: Source; t: Say }): VNode {
  const terms = [
    ...Object.values(COLUMNS).map(({ head, meaning }) => [head[lang], meaning[lang]] as const),
    ...[...FLAGS].map(([flag, meaning]) => [flag, meaning[lang]] as const),
  ];
  return (
    <details>
      <summary>{t('legend')}</summary>
      <dl class="terms">
        {terms.map(([name, meaning]) => (
          <div>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
