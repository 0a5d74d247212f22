import type { Drawing } from '@madang/system';
import {
  Breadcrumb,
  Card,
  Detail,
  ExactTime,
  Fold,
  Heading,
  UntrustedText,
  useWords,
  WholeHash,
  Why,
  type Fact,
} from '@madang/web';
import type { VNode } from 'preact';
import { ScenarioCard } from './cell-table.tsx';
import { Command } from './command.tsx';
import { FindingsCard } from './findings-card.tsx';
import { ReportCharts } from './report-charts.tsx';
import { lengthText } from './length-text.ts';
import type { RunReport } from './report.schema.ts';
import { ServerText, StateChip } from './run-pieces.tsx';
import { runsWords, type SayRuns } from './runs.words.ts';

/** One run: what it found, what speaks against believing it, its charts and its cells. */
export function ReportPage({ reply, frame }: Drawing<RunReport, unknown>): VNode {
  const t = useWords(runsWords);
  const { run, sections, settings, warnings, moments } = reply;
  return (
    <>
      <Breadcrumb
        trail={[{ href: '/poolbench', label: t('runs') }]}
        here={<code>{run.id.slice(0, SHORT_ID)}</code>}
      />
      <Heading
        title={
          run.plan === null ? t('unknown') : <UntrustedText text={t('runOf', { plan: run.plan })} max={80} />
        }
      >
        <StateChip state={run.state} />
      </Heading>
      {run.state === 'running' && (
        <p>
          <a href="/poolbench/live">{t('live')}</a>
        </p>
      )}
      <Detail rows={factsOf(reply, t)} />
      <FindingsCard sections={sections} />
      {settings.length > 0 && (
        <Card title={t('paste')}>
          <Fold name={t('pasteName')} text={settings.slice(1).join('\n')} max={2000} open />
        </Card>
      )}
      <Cautions warnings={warnings} t={t} />
      <ReportCharts sections={sections} moments={moments} lang={frame.lang} />
      {sections.map((section) => (
        <ScenarioCard key={section.scenario} section={section} lang={frame.lang} />
      ))}
      <Command
        lead={t('wholeHow')}
        line={`./madang poolbench report ${run.id.slice(0, SHORT_ID)} --html report.html`}
      />
    </>
  );
}

/** Enough to tell a run from those of the same day. */
const SHORT_ID = 16;

function factsOf({ run, surroundings }: RunReport, t: SayRuns): Fact[] {
  const { authentication, tls, cores, node, rounds, seed } = surroundings;
  const login = authentication === null ? null : [authentication, tls ?? t('noTls')].join(', ');
  const machine = [
    ...(cores === null ? [] : [t('cores', { count: cores })]),
    ...(node === null ? [] : [`Node ${node}`]),
  ];
  return [
    { label: t('run'), value: <WholeHash value={run.id} copy /> },
    { label: t('started'), value: <ExactTime time={run.startedAt} /> },
    { label: t('length'), value: lengthText(run.seconds) },
    { label: t('server'), value: <ServerText run={run} /> },
    ...(login === null ? [] : [{ label: t('login'), value: <UntrustedText text={login} max={80} /> }]),
    ...(machine.length === 0 ? [] : [{ label: t('client'), value: machine.join(', ') }]),
    {
      label: t('rounds'),
      value: seed === null ? String(rounds) : `${rounds} · ${t('seed', { seed: String(seed) })}`,
    },
  ];
}

function Cautions({ warnings, t }: { warnings: readonly string[]; t: SayRuns }): VNode | null {
  if (warnings.length === 0) return null;
  return (
    <Why tone="warn" lead={t('cautions')}>
      <ul lang="en">
        {warnings.map((warning) => (
          <li key={warning}>
            <UntrustedText text={warning} />
          </li>
        ))}
      </ul>
    </Why>
  );
}
