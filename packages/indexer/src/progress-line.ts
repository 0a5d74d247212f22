import type { StatusNews } from './options.ts';
import type { EngineStatus } from './status.ts';

const number = new Intl.NumberFormat('en');

/** One line about the engine for a terminal: `height 1,200 of 1,950 · 4,300 rows/s · 2 s left`. */
export function progressLine(status: EngineStatus, height: number, now = Date.now()): string {
  const { state, nodeHeight, rowsPerSecond, eta, waitingFor, reason } = status;
  const parts = [
    nodeHeight === null
      ? `height ${number.format(height)}`
      : `height ${number.format(height)} of ${number.format(nodeHeight)}`,
  ];
  if (rowsPerSecond !== null) parts.push(`${number.format(Math.round(rowsPerSecond))} rows/s`);
  if (eta !== null) parts.push(`${duration(Math.max(0, (eta.getTime() - now) / 1000))} left`);
  if (state === 'live') parts.push('live');
  else if (waitingFor !== null) parts.push(`waiting for the ${waitingFor}`);
  if (reason !== null) parts.push(reason.split('\n')[0] ?? '');
  return parts.join(' · ');
}

/**
 * Lines from the news of all lanes: the front one, then by name those that catch up, such as
 * `height 1,950 of 1,951 · live · audit catches up: height 300 of 1,951 · 4,300 rows/s · 2 s left`.
 */
export function createProgressLines(show: (line: string) => void): (news: StatusNews) => void {
  let told: readonly StatusNews[] = [];
  return (news) => {
    const others = told.filter(
      ({ projections }) => !projections.some((one) => news.projections.includes(one)),
    );
    told = [...others, news].sort((a, b) => b.height - a.height);
    const lines = told.map(({ projections, height, status }, place) => {
      const line = progressLine(status, height);
      if (place === 0) return line;
      return `${projections.join(', ')} ${projections.length === 1 ? 'catches' : 'catch'} up: ${line}`;
    });
    show(lines.join(' · '));
  };
}

function duration(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  if (seconds < 6000) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
