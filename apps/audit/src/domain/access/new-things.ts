import { factsAt } from '../flow/dominance.ts';
import type { Flow, StepOf } from '../flow/flow.ts';
import { findsNothing } from '../flow/unset.ts';
import { sameKeys, type Value } from '../flow/values.ts';

type Write = StepOf<'write'>;

/** Whether nothing is kept under that key yet, whatever it is of the thing that was looked at. */
export const isNewThing = (flow: Flow, step: Write): boolean =>
  factsAt(flow, step).some((fact) => findsNothing(fact, (value) => isUnder(value, step)));

const isUnder = ({ read }: Value, { action }: Write): boolean =>
  read !== undefined && sameKeys(read.keys, action.keys);
