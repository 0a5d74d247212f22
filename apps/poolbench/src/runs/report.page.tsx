import type { Drawing } from '@madang/system';
import {
  Breadcrumb,
  Detail,
  ExactTime,
  Heading,
  UntrustedText,
  useWords,
  WholeHash,
  type Fact,
} from '@madang/web';
import type { VNode } from 'preact';
import { Ending } from '../report/html/beginning.tsx';
import { htmlWords } from '../report/html/html.words.ts';
import { Contents, Sections } from '../report/html/sections.tsx';
import { Command } from './command.tsx';
import { lengthText } from './length-text.ts';
import type { RunReport } from './report.schema.ts';
import { ServerText, StateChip } from './run-pieces.tsx';
import { sourceOfReport } from './run-report.ts';
import { runsWords, type SayRuns } from './runs.words.ts';

/** One run: what it found, what speaks against believing it, its charts, its cells and its configuration. */
export function ReportPage({ reply, frame: { lang } }: Drawing<RunReport, unknown>): VNode {
  const t = useWords(runsWords);
  const { run } = reply;
  const parts = { source: { ...sourceOfReport(reply), lang }, t: htmlWords(lang) };
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
      <div class="report">
        {/* While it runs, it is no fault that the log has no end. */}
        {run.state !== 'running' && <Ending {...parts} />}
        <Contents t={parts.t} />
        <Sections {...parts} />
      </div>
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
