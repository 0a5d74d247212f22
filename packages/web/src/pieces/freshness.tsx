import type { VNode } from 'preact';
import { useAge } from '../clock.ts';
import { formatNumber } from '../format/number.ts';
import { formatTime } from '../format/time.ts';
import type { Connection } from '../islands/events.ts';
import { useLocale, useWords } from '../locale.ts';
import { pieceWords } from './pieces.words.ts';
import { Time } from './time.tsx';

export interface FreshnessProps {
  /** `good`: as fresh as the source; `warn`: behind or waiting; `bad`: stopped. */
  readonly tone: 'good' | 'warn' | 'bad';
  /** Height of the newest block shown, and its time (RFC 3339); `null` before the first. */
  readonly tip: { readonly height: number; readonly time: string } | null;
  /** In a few words what it waits for, or how far it is behind. */
  readonly note: string;
  /** Since when it has been like this, RFC 3339; said when it is not good. */
  readonly since?: string | null;
  /** State of the live connection, inside an island. */
  readonly connection?: Connection;
}

/** How fresh a page about the chain is: dot, height, age, and the reason for any waiting. */
export function Freshness({ tone, tip, note, since = null, connection = 'open' }: FreshnessProps): VNode {
  const t = useWords(pieceWords);
  const lost = connection === 'lost';
  const shown = lost && tone === 'good' ? 'warn' : tone;
  return (
    <p class={`freshness ${shown}`}>
      <span class="dot" aria-hidden="true" />
      {tip === null ? (
        <span>{t('noBlock')}</span>
      ) : (
        <span>
          {t('height')} <b>{formatNumber(tip.height)}</b>
        </span>
      )}
      {tip !== null && <Time time={tip.time} />}
      <span>{lost ? t('reconnecting') : note}</span>
      {tone !== 'good' && since !== null && <Since time={since} />}
    </p>
  );
}

function Since({ time }: { time: string }): VNode {
  const t = useWords(pieceWords);
  const { timeZone } = useLocale();
  return (
    <time dateTime={time} title={formatTime(time, timeZone)}>
      {t('since', { age: useAge(time) })}
    </time>
  );
}
