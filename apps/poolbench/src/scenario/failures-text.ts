import { mergedDurations } from '../judge/merged.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';

/** `12 of 340 operations failed (10 reset, 2 refused), after 1 to 20 ms`. */
export function failuresText(end: CellEnd): string {
  const { counts, errors } = end;
  const failed = Number(counts.error) + Number(counts.timeout) + Number(counts.hung);
  if (failed === 0) return `none of ${Number(counts.offered)} operations failed`;
  const classes = Object.entries(errors)
    .toSorted(([, one], [, other]) => Number(other) - Number(one))
    .map(([name, count]) => `${Number(count)} ${name}`);
  const times = mergedDurations([end], 'response', 'error');
  const [low, high] = [times.percentile(0) ?? 0, times.percentile(100) ?? 0].map((time) => time.toFixed(0));
  const after = low === high ? low : `${low} to ${high}`;
  return `${failed} of ${Number(counts.offered)} operations failed (${classes.join(', ')}), after ${after} ms`;
}
