import { createDurations, type Durations } from '../histogram.ts';
import type { Component, Counts, LoadResult } from '../load.ts';

/**
 * What several did at the same time, as one. Histograms, counts and means are added; so are the peaks, though the members need not
 * have had theirs together: there were at most so many.
 */
export function mergeResults(results: readonly LoadResult[]): LoadResult {
  const sum = (of: (result: LoadResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  const count = (name: keyof Counts): number => sum(({ counts }) => counts[name]);
  const component = (name: Component): Durations => merged(results.map(({ durations }) => durations[name]));
  return {
    seconds: Math.max(...results.map(({ seconds }) => seconds)),
    counts: {
      offered: count('offered'),
      ok: count('ok'),
      error: count('error'),
      timeout: count('timeout'),
      hung: count('hung'),
      dropped: count('dropped'),
    },
    completed: sum(({ completed }) => completed),
    sent: added(results.map(({ sent }) => [...sent])),
    errors: Object.fromEntries(added(results.map(({ errors }) => Object.entries(errors)))),
    durations: {
      schedule_lag: component('schedule_lag'),
      acquire: component('acquire'),
      query: component('query'),
      hold: component('hold'),
      service: component('service'),
      response: component('response'),
    },
    all: merged(results.map(({ all }) => all)),
    failed: merged(results.map(({ failed }) => failed)),
    busyMs: sum(({ busyMs }) => busyMs),
    peakInFlight: sum(({ peakInFlight }) => peakInFlight),
    meanInFlight: sum(({ meanInFlight }) => meanInFlight),
    peakPending: sum(({ peakPending }) => peakPending),
    meanPending: sum(({ meanPending }) => meanPending),
    peakInUse: sum(({ peakInUse }) => peakInUse),
    meanInUse: sum(({ meanInUse }) => meanInUse),
    connections: {
      opened: sum(({ connections }) => connections.opened),
      closed: sum(({ connections }) => connections.closed),
    },
  };
}

function merged(all: readonly Durations[]): Durations {
  const sum = createDurations();
  for (const durations of all) sum.merge(durations);
  return sum;
}

/** Adds what has the same name. */
export function added(all: readonly (readonly (readonly [string, number])[])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [name, count] of all.flat()) sums.set(name, (sums.get(name) ?? 0) + count);
  return sums;
}
