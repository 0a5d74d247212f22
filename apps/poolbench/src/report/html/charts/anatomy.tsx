import type { VNode } from 'preact';
import { connectTime, STAGES, sumOf, type Stage, type StageTimes } from '../../../prober/stages.ts';
import { stageMeans } from '../../stage-means.ts';
import { Decomposition } from '../../svg/decomposition.tsx';
import { formatMs, formatShare } from '../../svg/number.ts';
import { Waterfall } from '../../svg/waterfall.tsx';
import { STAGE_NAMES } from '../terms.words.ts';
import { anatomyWords } from './anatomy.words.ts';
import type { ChartSource } from './chart-source.ts';

/** A way to the server, and what a connection by it is made of. Means, since they add up. */
interface Anatomy {
  /** Empty for the only one. */
  readonly way: string;
  readonly stages: StageTimes;
  readonly delayed: boolean;
}

/** What a connection costs, stage by stage: the ways to the server beside each other, then each of them, the quickest first. */
export function anatomyCharts(of: ChartSource): VNode[] {
  const anatomies = of.cells
    .map((cell): Anatomy => {
      const way = cell.name.replace(/^anatomy ?/, '');
      return { way, stages: stageMeans(cell), delayed: (cell.start.network_delay_s ?? 0) > 0 };
    })
    .filter(({ stages }) => sumOf(stages) > 0)
    .toSorted((a, b) => connectTime(a.stages) - connectTime(b.stages));
  // Beside a longer network all others would be too short to see.
  const near = anatomies.filter(({ delayed }) => !delayed);
  return [
    ...(near.length > 1 ? [besideEachOther(near, of)] : []),
    ...anatomies.map((anatomy) => oneByOne(anatomy, of)),
  ];
}

function besideEachOther(anatomies: readonly Anatomy[], { lang, words }: ChartSource): VNode {
  const t = anatomyWords(lang);
  const told = anatomies.map(({ way, stages }) => `${formatMs(connectTime(stages))} (${way})`);
  const title = t('beside', { least: told.at(0) ?? '', most: told.at(-1) ?? '' });
  const nameOf = (stage: Stage): string => STAGE_NAMES[stage][lang];
  // The fork is in the first answer of the server: that to SSLRequest, or that to the start-up packet.
  const parts: readonly (readonly [name: string, stages: readonly Stage[]])[] = [
    [nameOf('tcp'), ['lookup', 'tcp']],
    [t('startup'), ['sslAnswer', 'startup']],
    [nameOf('tls'), ['tls']],
    [nameOf('challenge'), ['challenge']],
    [nameOf('derivation'), ['derivation']],
    [nameOf('backend'), ['backend']],
  ];
  return (
    <Decomposition
      lang={lang}
      title={title}
      finding={title}
      words={{ ...words.decomposition, arm: t('way'), mean: t('mean') }}
      arms={anatomies.map(({ way, stages }) => ({
        arm: way,
        parts: parts.map(([name, of]) => ({ name, ms: sumOf(stages, of) })),
      }))}
    />
  );
}

function oneByOne({ way, stages }: Anatomy, { lang, words, t }: ChartSource): VNode {
  const times = STAGES.map((stage) => ({ stage, ms: stages[stage] }));
  const total = sumOf(stages);
  const longest = times.reduce((a, b) => ((b.ms ?? 0) > (a.ms ?? 0) ? b : a));
  const nameOf = (stage: Stage): string => STAGE_NAMES[stage][lang];
  const title = t('waterfall', {
    way: way === '' ? '' : t('over', { way }),
    time: formatMs(total),
    stage: nameOf(longest.stage),
    share: formatShare((longest.ms ?? 0) / total),
  });
  return (
    <Waterfall
      lang={lang}
      title={title}
      finding={title}
      words={words.waterfall}
      stages={times.map(({ stage, ms }) => ({ stage: nameOf(stage), ms }))}
      marks={[{ ms: connectTime(stages), label: t('usable') }]}
    />
  );
}
