import { encodeValue } from '../scores/values.ts';
import type { Value } from '../scores/score.ts';
import { Failure, unknownFailure } from '../world/failure.ts';
import type { Execution } from './execution.ts';
import { addingSteps } from './frame.ts';
import type { Returned } from './message.ts';
import type { Tracer } from './tracer.ts';

/** Code of a contract that is about to run. */
export interface Code {
  /** Whether it is Python's, of which the engine tells what it throws. */
  readonly isPython: boolean;
  readonly run: () => Returned;
}

/** Runs the code of a contract, and tells what came of it. Throws a {@link Failure}. */
export function runCode(execution: Execution, { isPython, run }: Code): Returned {
  const { meter, tracer } = execution;
  const before = meter.used();
  return addingSteps(execution, () => {
    try {
      const returned = run();
      tracer?.say(`INVOKE done status=Success steps=${meter.used() - before} result=${resultText(returned)}`);
      return returned;
    } catch (error) {
      const failure = failureOf(error);
      if (isPython && failure.exception !== null)
        tracer?.quote(`${ENGINE} [${failure.exception}] ${failure.message}`);
      if (tracer !== undefined) tellFailedCall(tracer, failure, meter.used() - before);
      throw failure.passedOn();
    }
  });
}

/** Where the node's Python engine takes down what a contract threw. */
const ENGINE = 'service_engine.py:142';

/** Tells that a call failed. @param steps that it cost */
export function tellFailedCall(tracer: Tracer, failure: Failure, steps: number): void {
  tracer.say(`INVOKE done status=${failure.thrownStatus} msg=${failure.thrownText} steps=${steps}`);
}

/** A fault of a contract's code is its failure, as an exception of Python is. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return unknownFailure(error instanceof Error ? error.message : String(error));
}

/** What a call gave, as JSON that clients see. */
export function resultJson({ value, type }: Returned): unknown {
  // What the node's own contracts give as an object or a list of objects is JSON already.
  return type === 'dict' || isJson(value) ? value : encodeValue(value as Value);
}

/** The same as a trace has it. */
export const resultText = (returned: Returned): string => JSON.stringify(resultJson(returned));

function isJson(value: unknown): boolean {
  return Array.isArray(value) && value.some((item) => typeof item === 'object' && !Buffer.isBuffer(item));
}
