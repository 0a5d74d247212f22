import { median } from '../domain/statistics/quantile.ts';
import type { ConnectStages } from '../prober/probe.ts';
import { STAGES, type Stage } from '../prober/stages.ts';

/** What one connection costs here, as medians over the probes, in milliseconds. */
export interface Anatomy {
  readonly probes: number;
  readonly authentication: string;
  readonly tlsVersion: string | null;
  readonly connectMs: number;
  readonly stages: readonly { readonly stage: Stage; readonly ms: number }[];
}

/** Null without a probe. */
export function anatomyOf(probes: readonly ConnectStages[]): Anatomy | null {
  const [first] = probes;
  if (first === undefined) return null;
  return {
    probes: probes.length,
    authentication: first.authentication,
    tlsVersion: first.tlsVersion,
    connectMs: median(probes.map(({ connectMs }) => connectMs)),
    stages: STAGES.flatMap((stage) => {
      const times = probes.map(({ stages }) => stages[stage]).filter((time) => time !== null);
      return times.length === 0 ? [] : [{ stage, ms: median(times) }];
    }),
  };
}
