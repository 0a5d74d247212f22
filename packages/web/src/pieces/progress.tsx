import type { VNode } from 'preact';
import { formatNumber, formatPercent } from '../format/number.ts';

export interface ProgressProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Rate, time left, or the reason for waiting: `1,055 블록/s · 3분 남음`. */
  readonly note?: string;
}

/** How far long work has come. */
export function Progress({ label, done, total, note }: ProgressProps): VNode {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <div class="progress">
      <div class="progress-head">
        <b>{label}</b>
        <span>{formatPercent(share)}</span>
      </div>
      <progress aria-label={label} value={done} max={Math.max(total, 1)} />
      <div class="progress-head muted">
        <span>
          {formatNumber(done)} / {formatNumber(total)}
        </span>
        {note !== undefined && <span>{note}</span>}
      </div>
    </div>
  );
}
