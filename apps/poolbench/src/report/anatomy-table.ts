import { connectTime, STAGES, type Stage } from '../prober/stages.ts';
import { stageMeans } from './stage-means.ts';
import type { CellSummary } from './summary.ts';

const HEADS: Readonly<Record<Stage, string>> = {
  lookup: 'lookup',
  tcp: 'connect',
  sslAnswer: 'SSL answer',
  tls: 'TLS',
  startup: 'start-up',
  challenge: 'challenge',
  derivation: 'keys',
  backend: 'back-end',
  firstQuery: 'query 1',
  secondQuery: 'query 2',
  close: 'close',
};

/** A connection stage by stage, a row for each way to the server: heads first. Nothing for a single way, whose sentence tells them. */
export function anatomyTable(cells: readonly Pick<CellSummary, 'name' | 'means'>[]): string[][] {
  if (cells.length < 2) return [];
  const anatomies = cells.map((cell) => ({ name: cell.name, stages: stageMeans(cell) }));
  const seen = STAGES.filter((stage) => anatomies.some(({ stages }) => stages[stage] !== null));
  const usable = seen.filter((stage) => STAGES.indexOf(stage) < STAGES.indexOf('firstQuery'));
  const later = seen.slice(usable.length);
  const headsOf = (stages: readonly Stage[]): string[] => stages.map((stage) => HEADS[stage]);
  return [
    ['new connection, mean ms', ...headsOf(usable), 'usable', ...headsOf(later)],
    ...anatomies.map(({ name, stages }) => {
      const timesOf = (of: readonly Stage[]): string[] => of.map((stage) => stages[stage]?.toFixed(2) ?? '');
      return [name, ...timesOf(usable), connectTime(stages).toFixed(2), ...timesOf(later)];
    }),
  ];
}
