import { Table, type Column } from '@madang/web';
import type { VNode } from 'preact';
import type { Say } from './html.words.ts';
import type { Source } from './source.ts';
import { Lines, Text } from './text.tsx';

/** Everything that one needs to measure the same again, in folds. */
export function Configuration({ source, t }: { source: Source; t: Say }): VNode {
  const { configuration, versions, server, arms, imported } = source.report.start;
  const settings = (server?.settings ?? []).map(({ name, value, unit, source: from }) => [
    name,
    value,
    unit ?? '',
    from,
  ]);
  return (
    <section aria-labelledby="configuration">
      <h2 id="configuration">{t('configuration')}</h2>
      <Rows
        title={t('settingsOfRun')}
        heads={[t('name'), t('value'), t('unit'), t('origin'), t('place')]}
        rows={configuration.map(({ key, value, unit, source: from, from: place }) => [
          key,
          value,
          unit ?? '',
          from,
          place,
        ])}
      />
      <Rows
        title={t('settingsOfServer')}
        heads={[t('name'), t('value'), t('unit'), t('origin')]}
        rows={settings}
      />
      <Rows title={t('versions')} heads={[t('name'), t('value')]} rows={Object.entries(versions)} />
      <Rows
        title={t('arms')}
        heads={[t('name'), t('driver'), t('keep'), t('size')]}
        rows={arms.map(({ id, driver, keep, size }) => [id, driver, keep, size === null ? '' : String(size)])}
      />
      <Statements source={source} t={t} />
      <Rows title={t('notes')} heads={[t('notes')]} rows={(imported?.notes ?? []).map((note) => [note])} />
    </section>
  );
}

interface RowsProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A folded table of texts; nothing without rows. */
function Rows({ title, heads, rows }: RowsProps): VNode | null {
  if (rows.length === 0) return null;
  const columns = heads.map((head, index): Column<readonly string[]> => ({
    key: head,
    head,
    phone: true,
    cell: (row) => <Text text={row[index] ?? ''} />,
  }));
  return (
    <details>
      <summary>
        {title} ({rows.length})
      </summary>
      <Table caption={title} columns={columns} rows={rows} keyOf={(row) => row.join('\n')} />
    </details>
  );
}

function Statements({ source, t }: { source: Source; t: Say }): VNode | null {
  const statements = new Map(
    source.records.flatMap((record): [string, string][] =>
      record.type === 'cell_start' && record.statement !== null ? [[record.workload, record.statement]] : [],
    ),
  );
  if (statements.size === 0) return null;
  return (
    <details>
      <summary>
        {t('statements')} ({statements.size})
      </summary>
      {[...statements].map(([workload, text]) => (
        <>
          <h3>
            <Text text={workload} />
          </h3>
          <Lines text={text} label={`${t('statements')}: ${workload}`} />
        </>
      ))}
    </details>
  );
}
