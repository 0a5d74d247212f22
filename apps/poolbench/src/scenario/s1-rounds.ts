import { probe, type ConnectStages } from '../prober/probe.ts';
import type { Bench } from '../run/bench.ts';
import { cellEndOf, cellStartOf } from './s1-records.ts';
import type { Subject } from './s1-subject.ts';

/** What was found of each subject, round by round. */
export type Found = ReadonlyMap<Subject, readonly (readonly ConnectStages[])[]>;

/** Connections to each before the first round: the first of a process waits for its code to be compiled. */
const WARM_UP = 2;

/** Opens connections to all subjects, round by round, and records those of every round that was not broken off. */
export async function probeInRounds(bench: Bench, subjects: readonly Subject[]): Promise<Found> {
  const { terms, random, say } = bench;
  const rounds = Math.min(terms.rounds, terms.probes);
  const found = new Map(subjects.map((subject): [Subject, (readonly ConnectStages[])[]] => [subject, []]));
  say(`S1 warming up: ${subjects.map(({ cell }) => cell).join('; ')}`);
  const warmUp = await takeTurns(bench, subjects, WARM_UP);
  for (let round = 1; round <= rounds && warmUp !== null; round += 1) {
    const turns = turnsOf(round, terms.probes, rounds);
    say(`S1 round ${round} of ${rounds}: ${turns} connections by each of ${subjects.length} ways`);
    const order = random.shuffle(subjects);
    for (const [position, subject] of order.entries())
      await bench.write(cellStartOf({ subject, round, rounds, position }));
    const probed = await takeTurns(bench, order, turns);
    if (probed === null) break;
    for (const [subject, ones] of probed) {
      await bench.write(cellEndOf({ subject, round, found: ones, warmUp: warmUp.get(subject) ?? [] }));
      found.get(subject)?.push(ones);
    }
  }
  return found;
}

/** All rounds together open as many as the plan says. */
function turnsOf(round: number, probes: number, rounds: number): number {
  return Math.floor((probes * round) / rounds) - Math.floor((probes * (round - 1)) / rounds);
}

type Turns = ReadonlyMap<Subject, readonly ConnectStages[]>;

/**
 * One connection to each, again and again: what slows some of them down slows as many of every other subject. Null when the run is to
 * end before that.
 */
async function takeTurns(
  { terms: { deadlineMs }, signal }: Bench,
  subjects: readonly Subject[],
  turns: number,
): Promise<Turns | null> {
  const found = new Map(subjects.map((subject): [Subject, ConnectStages[]] => [subject, []]));
  for (let turn = 0; turn < turns; turn += 1)
    for (const [{ target }, ones] of found) {
      if (signal.aborted) return null;
      ones.push(await probe(target, { deadlineMs }));
    }
  return found;
}
