import type { Arm } from '../../adapter/pool-adapter.ts';
import type { Target } from '../../adapter/target.ts';
import { createRandom } from '../../domain/random.ts';
import type { Load, LoadResult } from '../load.ts';
import type { WarmedUp, WarmUpTerms } from '../warm-up.ts';
import type { WorkloadSpec } from '../workload.ts';
import { openProcess, openThread } from './channel.ts';
import { prepareMember, type Member, type MemberResult, type MemberTerms } from './member.ts';
import { added, mergeResults } from './merge.ts';
import { prepareRemoteMember } from './remote-member.ts';

export interface CrewTerms {
  /** Where the members work: all in this event loop, or each in a thread or process of its own. */
  readonly kind: 'loop' | 'threads' | 'processes';
  readonly members: number;
  /** Each member has one, of this size. */
  readonly arm: Arm;
  readonly target: Target;
  readonly workload: WorkloadSpec;
  /** Of all together: workers are divided among the members, and a schedule is dealt out to them in turn. */
  readonly load: Load;
  readonly seconds: number;
  readonly deadlineMs: number;
  /** Each member's values are drawn from a stream that this and the member's number fix. */
  readonly seed: number;
  /** Members are new and cold each time: every one warms itself up with its part of the load. They do not unless given. */
  readonly warmUp?: WarmUpTerms;
  /** Ends the load early. */
  readonly signal?: AbortSignal;
}

/** What all members did together, and of each how busy it was. */
export interface CrewResult extends LoadResult {
  readonly members: readonly (Omit<MemberResult, 'result'> & { readonly completed: number })[];
  /** The longest of the members', with all their operations; null when they did not. */
  readonly warmedUp: WarmedUp | null;
}

/** Between the last one's being ready and the common start: long enough for the news to reach all. In milliseconds. */
const NOTICE_MS = 50;

/**
 * Lets several clients put a load on the server, each with its own connections, from the same instant on. Throws
 * POOLBENCH_MEMBER_DIED when one of them ends before its time; the others are ended then.
 */
export async function runCrew(terms: CrewTerms): Promise<CrewResult> {
  const { kind } = terms;
  const ending = new AbortController();
  const signal = terms.signal === undefined ? ending.signal : AbortSignal.any([terms.signal, ending.signal]);
  const preparing = memberTermsOf(terms).map((each) => prepare(kind, each, signal));
  try {
    const members = await Promise.all(preparing);
    const at = performance.timeOrigin + performance.now() + NOTICE_MS;
    const done = await Promise.all(members.map((member) => member.run(at)));
    return crewResult(done, members, kind);
  } finally {
    ending.abort();
    // One that could not be prepared has ended already.
    await Promise.allSettled(preparing.map(async (one) => (await one).end()));
  }
}

function prepare(kind: CrewTerms['kind'], terms: MemberTerms, signal: AbortSignal): Promise<Member> {
  if (kind === 'loop') return prepareMember(terms, signal);
  return prepareRemoteMember(kind === 'threads' ? openThread() : openProcess(), terms, signal);
}

/** Deals the work out. @throws RangeError when there is less to do than members to do it */
function memberTermsOf(terms: CrewTerms): MemberTerms[] {
  const { members, load, arm, target, workload, seconds, deadlineMs, warmUp } = terms;
  const seeds = createRandom(terms.seed);
  const arrivals = seeds.integer(Number.MAX_SAFE_INTEGER);
  return Array.from({ length: members }, (_, index) => ({
    ...{ index, members, arm, target, workload, seconds, deadlineMs },
    load: partOf(load, index, members),
    seeds: { values: seeds.integer(Number.MAX_SAFE_INTEGER), arrivals },
    ...(warmUp !== undefined && { warmUp }),
  }));
}

function partOf(load: Load, index: number, members: number): Load {
  const part = (whole: number, what: string): number => {
    if (whole < members) throw new RangeError(`${members} members cannot share ${what} of ${whole}.`);
    return Math.floor(whole / members) + (index < whole % members ? 1 : 0);
  };
  return load.model === 'closed'
    ? { ...load, workers: part(load.workers, 'a number of workers') }
    : { ...load, maxInFlight: part(load.maxInFlight, 'a most in flight') };
}

function crewResult(
  done: readonly MemberResult[],
  members: readonly Member[],
  kind: CrewTerms['kind'],
): CrewResult {
  // Those in one loop have each seen the time of all.
  const each = kind === 'loop' ? done.length : 1;
  return {
    ...mergeResults(done.map(({ result }) => result)),
    members: done.map(({ result, cpuSeconds, eventLoop }) => ({
      completed: result.completed,
      cpuSeconds: cpuSeconds === null ? null : cpuSeconds / each,
      eventLoop,
    })),
    warmedUp: warmedUpOf(members.map(({ warmedUp }) => warmedUp).filter((one) => one !== null)),
  };
}

function warmedUpOf(all: readonly WarmedUp[]): WarmedUp | null {
  if (all.length === 0) return null;
  return {
    seconds: Math.max(...all.map(({ seconds }) => seconds)),
    operations: all.reduce((sum, { operations }) => sum + operations, 0),
    settled: all.every(({ settled }) => settled),
    sent: added(all.map(({ sent }) => [...sent])),
  };
}
