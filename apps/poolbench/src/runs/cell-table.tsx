import {
  Card,
  formatNumber,
  formatPercent,
  Table,
  UntrustedText,
  useWords,
  type Column,
  type Lang,
} from '@madang/web';
import type { VNode } from 'preact';
import { COLUMNS, FLAGS, LIMITS } from '../report/html/terms.words.ts';
import { TITLES } from '../scenario/titles.ts';
import type { ReportCell, ReportSection } from './report.schema.ts';
import { runsWords } from './runs.words.ts';

/** The cells of one scenario in a table; nothing for a scenario without any. */
export function ScenarioCard({ section, lang }: { section: ReportSection; lang: Lang }): VNode | null {
  const t = useWords(runsWords);
  const { scenario, cells } = section;
  const measured = cells.filter(({ workload }) => workload !== CONNECT);
  if (measured.length === 0) return null;
  return (
    <Card title={scenarioTitle(scenario, lang)}>
      <Table
        caption={t('tableOf', { scenario })}
        columns={columnsOf(lang)}
        rows={measured}
        keyOf={({ name }) => name}
      />
    </Card>
  );
}

/** The stages of a connection are drawn, and have no rate that means something. */
const CONNECT = 'connect';

/** `S3 · Sweep of pool sizes`. */
function scenarioTitle(scenario: string, lang: Lang): string {
  return scenario in TITLES ? `${scenario} · ${TITLES[scenario as keyof typeof TITLES][lang]}` : scenario;
}

function columnsOf(lang: Lang): Column<ReportCell>[] {
  const number = (
    key: keyof typeof COLUMNS,
    phone: boolean,
    cell: (of: ReportCell) => string,
  ): Column<ReportCell> => ({
    key,
    head: <abbr title={COLUMNS[key].meaning[lang]}>{COLUMNS[key].head[lang]}</abbr>,
    align: 'right',
    phone,
    cell,
  });
  return [
    {
      key: 'cell',
      head: COLUMNS.cell.head[lang],
      phone: true,
      cell: ({ name, flags }) => <CellName name={name} flags={flags} lang={lang} />,
    },
    number('rate', true, ({ rate }) => (rate === null ? '–' : formatNumber(Math.round(rate)))),
    number('p50', false, ({ p50_s }) => milliseconds(p50_s)),
    number('p99', true, ({ p99_s }) => milliseconds(p99_s)),
    number('failed', false, ({ failed }) => formatNumber(failed)),
    number('wait', false, ({ waitShare }) => share(waitShare)),
    number('opens', false, ({ opensPerOperation }) => opensPerOperation?.toFixed(2) ?? '–'),
    number('client', false, ({ clientCpu_s }) => milliseconds(clientCpu_s)),
    number('server', false, ({ serverCpu_s }) => milliseconds(serverCpu_s)),
    number('loop', false, ({ eventLoop }) => share(eventLoop)),
    {
      key: 'limit',
      head: COLUMNS.limit.head[lang],
      phone: false,
      cell: ({ limit }) => (limit === null ? '–' : (LIMITS.get(limit)?.[lang] ?? limit)),
    },
  ];
}

function CellName({ name, flags, lang }: { name: string; flags: readonly string[]; lang: Lang }): VNode {
  const doubts = flags.map((flag) => FLAGS.get(flag)?.[lang] ?? flag).join(' ');
  return (
    <>
      <UntrustedText text={name} max={120} />
      {doubts !== '' && (
        <span class="warn" title={doubts}>
          {' '}
          !<span class="unseen"> {doubts}</span>
        </span>
      )}
    </>
  );
}

function share(of: number | null): string {
  return of === null ? '–' : formatPercent(of, 0);
}

/** Three digits: `0.247 ms`, `12.5 ms`, `182 ms`. */
function milliseconds(seconds: number | null): string {
  if (seconds === null) return '–';
  const value = seconds * 1000;
  const decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return `${value.toFixed(decimals)}\u00a0ms`;
}
