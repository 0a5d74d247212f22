import { Freshness, useWords, type FreshnessProps } from '@madang/web';
import type { VNode } from 'preact';
import type { Status } from '../status/status.schema.ts';
import { trackerWords } from '../tracker.words.ts';

/** A few blocks behind is how following looks; more than this is worth a warning. */
const BEHIND_IS_NORMAL = 3;

/** How fresh the explorer is, from its status. */
export function ChainFreshness({
  status,
  connection,
}: {
  status: Status;
  connection?: FreshnessProps['connection'];
}): VNode {
  const t = useWords(trackerWords);
  const { state, waitingFor, lagBlocks, indexedHeight, indexedTime } = status;
  const lag = lagBlocks ?? 0;
  const tip =
    indexedHeight === null || indexedTime === null ? null : { height: indexedHeight, time: indexedTime };
  const behind = lag > BEHIND_IS_NORMAL;
  const tone = state === 'stopped' ? 'bad' : state === 'waiting' || behind ? 'warn' : 'good';
  return (
    <Freshness
      tone={tone}
      tip={tip}
      note={note()}
      since={tone === 'good' ? null : status.updatedAt}
      {...(connection && { connection })}
    />
  );

  function note(): string {
    if (state === 'stopped') return t('stopped');
    if (state === 'starting') return t('starting');
    if (waitingFor === 'node') return t('waitingNode');
    if (waitingFor === 'rate-limit') return t('waitingRate');
    if (waitingFor === 'database') return t('waitingDatabase');
    return lag === 0 ? t('upToDate') : t('behind', { count: lag });
  }
}
