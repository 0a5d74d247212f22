import { Table, type Column } from '@madang/web';
import type { VNode } from 'preact';
import type { CellSummary } from '../summary.ts';
import { formatFull, NO_NUMBER } from '../svg/number.ts';
import type { Say } from './html.words.ts';
import type { Source } from './source.ts';
import { COLUMNS } from './terms.words.ts';
import { Text } from './text.tsx';

/** How many operations of each cell failed, by the class of their errors. */
export function Errors({ source, t }: { source: Source; t: Say }): VNode {
  const rows = source.report.sections
    .flatMap(({ scenario, cells }) => cells.map((cell) => ({ scenario, cell })))
    .filter(({ cell }) => cell.failed > 0);
  return (
    <section aria-labelledby="errors">
      <h2 id="errors">{t('errors')}</h2>
      {rows.length === 0 ? (
        <p class="muted">{t('noErrors')}</p>
      ) : (
        <Table
          caption={t('errors')}
          columns={columnsOf(rows, source)}
          rows={rows}
          keyOf={({ scenario, cell }) => `${scenario} ${cell.name}`}
        />
      )}
    </section>
  );
}

interface Row {
  readonly scenario: string;
  readonly cell: CellSummary;
}

function columnsOf(rows: readonly Row[], { lang }: Source): Column<Row>[] {
  const kinds = [...new Set(rows.flatMap(({ cell }) => Object.keys(cell.errors)))].sort();
  return [
    {
      key: 'cell',
      head: COLUMNS.cell.head[lang],
      phone: true,
      cell: ({ scenario, cell }) => <Text text={`${scenario} ${cell.name}`} />,
    },
    {
      key: 'failed',
      head: COLUMNS.failed.head[lang],
      phone: true,
      align: 'right',
      cell: ({ cell }) => formatFull(cell.failed),
    },
    ...kinds.map((kind): Column<Row> => ({
      key: kind,
      head: <Text text={kind} />,
      phone: true,
      align: 'right',
      cell: ({ cell }) => (kind in cell.errors ? formatFull(cell.errors[kind] ?? null) : NO_NUMBER),
    })),
  ];
}
