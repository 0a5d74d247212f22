import { Chip, useWords, type Tone } from '@madang/web';
import type { VNode } from 'preact';
import type { RunItem, RunState } from './runs.schema.ts';
import { runsWords } from './runs.words.ts';

const TONES: Readonly<Record<RunState, Tone>> = {
  running: 'plain',
  finished: 'good',
  interrupted: 'warn',
  failed: 'bad',
  killed: 'bad',
  unreadable: 'bad',
};

/** How a run is, or how it ended. */
export function StateChip({ state }: { state: RunState }): VNode {
  const t = useWords(runsWords);
  return <Chip tone={TONES[state]}>{t(state)}</Chip>;
}

/** PostgreSQL that was measured, and whose it was. */
export function ServerText({
  run,
}: {
  run: Pick<RunItem, 'serverVersion' | 'scratch' | 'importedFrom'>;
}): VNode {
  const t = useWords(runsWords);
  const { serverVersion, scratch, importedFrom } = run;
  if (serverVersion === null) return <span class="muted">{importedFrom ?? t('unknown')}</span>;
  return (
    <>
      PostgreSQL {serverVersion} <span class="muted">{t(scratch === true ? 'scratch' : 'ownServer')}</span>
    </>
  );
}

/** The page of a run. */
export function runHref(id: string): string {
  return `/poolbench/runs/${id}`;
}
