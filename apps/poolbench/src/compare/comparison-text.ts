import { shortNumber } from '../judge/comparison.ts';
import type { CellComparison, RunComparison } from './compare-runs.ts';

const HEADS = ['', 'a ops/s', 'b ops/s', 'b / a', 'interval', ''];

/** Two runs beside each other, as text for a terminal. */
export function comparisonText({ a, b, cells, only, differences }: RunComparison): string {
  const rows = cells.map(rowOf);
  const widths = HEADS.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  return [
    `a: ${a.run_id} of ${a.ts}`,
    `b: ${b.run_id} of ${b.ts}`,
    '',
    ...[HEADS, ...rows].map((row) =>
      row
        .map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    ),
    '',
    summaryOf(cells),
    ...differences.map((difference) => `! They differ in ${difference}.`),
    ...only.a.map((name) => `! Only a has ${name}.`),
    ...only.b.map((name) => `! Only b has ${name}.`),
  ].join('\n');
}

function rowOf({ scenario, cell, rateA, rateB, ratio, interval, verdict }: CellComparison): string[] {
  const bounds = `[${shortNumber(interval.low)} to ${shortNumber(interval.high)}]`;
  return [
    `${scenario} ${cell}`,
    rateA.toFixed(0),
    rateB.toFixed(0),
    `${shortNumber(ratio)}×`,
    interval.kind === 'range' ? `range ${bounds}` : bounds,
    verdict,
  ];
}

function summaryOf(cells: readonly CellComparison[]): string {
  const count = (verdict: CellComparison['verdict']): number =>
    cells.filter((cell) => cell.verdict === verdict).length;
  return `b is better in ${count('better')} cells, worse in ${count('worse')}, the same in ${count('same')}, and undecided in ${count('undecided')}.`;
}
