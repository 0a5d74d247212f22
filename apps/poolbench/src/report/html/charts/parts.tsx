import type { VNode } from 'preact';
import type { CellSummary } from '../../summary.ts';
import { Decomposition } from '../../svg/decomposition.tsx';
import { askingText, surroundingsOf } from '../surroundings.ts';
import { PARTS } from '../terms.words.ts';
import { groupedBy, type ChartSource } from './chart-source.ts';

/** Where the mean response of each arm goes, for each workload on each network. */
export function partsCharts({ lang, words, t, cells }: ChartSource): VNode[] {
  const known = cells.filter(({ means }) => (means['response'] ?? 0) > 0);
  return groupedBy(known, groupOf).map(([group, all]) => {
    const fastest = all.reduce((a, b) => ((b.means['response'] ?? 0) < (a.means['response'] ?? 0) ? b : a));
    const title = t('parts', { group, arm: nameOf(fastest) });
    const arms = all.map((cell) => ({ arm: nameOf(cell), parts: partsOf(cell) }));
    const shown = PART_NAMES.filter((part) => arms.some(({ parts }) => isSeen(part, parts)));
    return (
      <Decomposition
        lang={lang}
        title={title}
        finding={title}
        words={words.decomposition}
        arms={arms.map(({ arm, parts }) => ({
          arm,
          parts: shown.map((part) => ({ name: PARTS[part][lang], ms: parts[part] })),
        }))}
      />
    );
  });
}

/** A longer network has a group of its own: beside it, all others would be too short to see. */
function groupOf({ start }: CellSummary): string {
  return (start.network_delay_s ?? 0) > 0 ? `${start.workload} ${surroundingsOf(start)}` : start.workload;
}

/** Of a cell among those with its workload. */
export function nameOf({ arm, start }: CellSummary): string {
  return [arm, askingText(start.load), surroundingsOf(start)].filter((part) => part !== '').join(' ');
}

type Parts = Readonly<Record<keyof typeof PARTS, number>>;

const PART_NAMES = Object.keys(PARTS) as (keyof typeof PARTS)[];

/** They add up to the mean response, but for what the clocks round. Milliseconds. */
function partsOf({ means }: CellSummary): Parts {
  const of = (component: string): number => means[component] ?? 0;
  const [acquire, query, hold] = [of('acquire'), of('query'), of('hold')];
  return {
    acquire,
    query,
    client: Math.max(0, hold - query),
    other: Math.max(0, of('response') - acquire - hold),
  };
}

/** Of the mean response; less is a hair that only makes the legend longer. */
const SEEN = 0.01;

function isSeen(part: keyof typeof PARTS, parts: Parts): boolean {
  const whole = Object.values(parts).reduce((sum, ms) => sum + ms, 0);
  return parts[part] > SEEN * whole;
}
