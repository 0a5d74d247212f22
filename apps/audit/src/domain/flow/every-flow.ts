import type { Subject } from '../model/subject.ts';
import type { Node } from '../python/tree.ts';
import { once } from '../once.ts';
import { stepsOf, type Flow, type StepOf } from './flow.ts';
import type { Action } from './steps.ts';

/**
 * The flows of all contracts, and of what none of them reaches. Queries come last, so that what a transaction does too is told of the
 * transaction.
 */
export const everyFlow = once((subject: Pick<Subject, 'contracts' | 'loose'>): readonly Flow[] =>
  inOrder([...subject.contracts.flatMap(({ flows }) => flows), ...subject.loose]),
);

/** Of those, the ones that rules judge: all, or those that an edit has touched. */
export const judgedFlows = once((subject: Pick<Subject, 'contracts' | 'judgedLoose'>): readonly Flow[] =>
  inOrder([...subject.contracts.flatMap(({ judged }) => judged), ...subject.judgedLoose]),
);

function inOrder(flows: readonly Flow[]): Flow[] {
  const isQuery = ({ entry }: Flow) => entry.kind === 'readonly';
  return [...flows.filter((flow) => !isQuery(flow)), ...flows.filter(isQuery)];
}

/** All steps of one kind by the place in the source at which they happen: one place runs in many flows. */
export function stepsByNode<Kind extends Action['kind']>(
  subject: Subject,
  kind: Kind,
): Map<Node, StepOf<Kind>[]> {
  const steps = new Map<Node, StepOf<Kind>[]>();
  for (const flow of everyFlow(subject)) {
    for (const step of stepsOf(flow, kind)) {
      const known = steps.get(step.node);
      if (known === undefined) steps.set(step.node, [step]);
      else known.push(step);
    }
  }
  return steps;
}
