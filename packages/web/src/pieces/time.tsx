import type { VNode } from 'preact';
import { useAge } from '../clock.ts';
import { formatTime } from '../format/time.ts';
import { useLocale } from '../locale.ts';

/** A time as its age, for lists; the exact time is in the title and, for machines, in the element. */
export function Time({ time }: { time: string }): VNode {
  const { timeZone } = useLocale();
  const age = useAge(time);
  return (
    <time dateTime={time} title={formatTime(time, timeZone, 6)}>
      {age}
    </time>
  );
}

/** A time exactly, and its age behind it, for the page of one thing. */
export function ExactTime({ time }: { time: string }): VNode {
  const { timeZone } = useLocale();
  const age = useAge(time);
  return (
    <>
      <time dateTime={time} title={formatTime(time, timeZone, 6)}>
        {formatTime(time, timeZone)}
      </time>{' '}
      <span class="muted">({age})</span>
    </>
  );
}
