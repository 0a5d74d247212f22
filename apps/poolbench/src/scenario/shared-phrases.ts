import { shortNumber, type Comparison } from '../judge/comparison.ts';
import type { Latency } from '../judge/latency.ts';
import { mergedDurations } from '../judge/merged.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
import { shared } from './shared.words.ts';

/** `102× [83.0 to 122]`; a range of few rounds is called one, and what only the client kept from being more is called at least that. */
export function timesPhrase({
  ratio: { median, interval },
  atLeast,
}: Pick<Comparison, 'ratio' | 'atLeast'>): Phrase {
  const least = atLeast && median >= 1 ? 'AtLeast' : '';
  const range = interval.kind === 'range' ? 'InRange' : '';
  return shared.say(`times${least}${range}`, {
    median: shortNumber(median),
    low: shortNumber(interval.low),
    high: shortNumber(interval.high),
  });
}

/** `p99 4.10 ms [3.92 to 4.31]`. */
export function latencyPhrase({ percent, ms, low, high }: Latency): Phrase {
  return shared.say('latency', {
    percent,
    ms: shortNumber(ms),
    low: shortNumber(low),
    high: shortNumber(high),
  });
}

/** `12 of 340 operations failed (10 reset, 2 refused), after 1 to 20 ms`. */
export function failuresPhrase(end: CellEnd): Phrase {
  const { counts, errors } = end;
  const offered = Number(counts.offered);
  const failed = Number(counts.error) + Number(counts.timeout) + Number(counts.hung);
  if (failed === 0) return shared.say('noneFailed', { offered });
  const classes = Object.entries(errors)
    .toSorted(([, one], [, other]) => Number(other) - Number(one))
    .map(([name, count]) => `${Number(count)} ${name}`)
    .join(', ');
  const times = mergedDurations([end], 'response', 'error');
  const [low, high] = [times.percentile(0) ?? 0, times.percentile(100) ?? 0].map((time) =>
    time.toFixed(0),
  ) as [string, string];
  const of = { offered, failed, classes };
  return low === high
    ? shared.say('failedAfter', { ...of, after: low })
    : shared.say('failedWithin', { ...of, low, high });
}
