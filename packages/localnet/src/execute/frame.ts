import { Failure } from '../world/failure.ts';
import type { Execution } from './execution.ts';
import { costOf, type StepType } from './steps.ts';

type Traced = Pick<Execution, 'meter' | 'tracer'>;

/** Does a part of an execution in a frame of its own, which a trace tells apart. */
export function inFrame<T>({ meter, tracer }: Traced, work: () => T): T {
  if (tracer === undefined) return work();
  tracer.enter(meter.used());
  let success = false;
  try {
    const result = work();
    success = true;
    return result;
  } finally {
    tracer.say(`END success=${success} steps=${tracer.stepsOf(meter.used())}`);
    tracer.leave();
  }
}

/** Does what costs steps of its own, and tells how many that were. */
export function addingSteps<T>({ meter, tracer }: Traced, work: () => T): T {
  const before = meter.used();
  try {
    return work();
  } finally {
    const used = meter.used();
    tracer?.say(`STEP apply cost=${used - before} total=${tracer.stepsOf(used)}`);
  }
}

/** Spends steps, and tells it. Throws OutOfStep. */
export function spendSteps({ meter, tracer }: Traced, type: StepType, count = 1): void {
  try {
    meter.spend(type, count);
  } finally {
    const [cost, total] = [costOf(type, count), tracer?.stepsOf(meter.used())];
    tracer?.say(`STEP apply type=${type} count=${count} cost=${cost} total=${total}`);
  }
}

/** How something that the node itself does is told. */
interface Story<T> {
  /** `DEPLOY`. */
  readonly what: string;
  readonly start: string;
  /** Nothing is said of a success without it. */
  readonly done?: (result: T) => string;
  readonly failed: (failure: Failure) => string;
}

/** Does it, and tells how it began and ended. */
export function telling<T>({ tracer }: Traced, story: Story<T>, work: () => T): T {
  if (tracer === undefined) return work();
  const { what, start, done, failed } = story;
  tracer.say(`${what} start ${start}`);
  try {
    const result = work();
    if (done !== undefined) tracer.say(`${what} done ${done(result)}`);
    return result;
  } catch (error) {
    if (error instanceof Failure) tracer.say(`${what} done ${failed(error)}`);
    throw error;
  }
}
