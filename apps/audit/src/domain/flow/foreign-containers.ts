import { findMethod } from '../model/program.ts';
import type { Expression } from '../python/tree.ts';
import { stepsOf, type Flow, type StepOf } from './flow.ts';
import type { Step } from './steps.ts';

const CONTAINERS: ReadonlySet<string> = new Set(['IconScoreDatabase', 'VarDB', 'DictDB', 'ArrayDB']);

/**
 * Where the database or a container of another contract is used that its interface is declared to answer with, or else where it is asked
 * for. Only plain values pass between contracts, and a database serves the contract that it belongs to.
 */
export function foreignContainers(flow: Flow): Step[] {
  const calls = stepsOf(flow, 'platform').filter(({ action }) => action.name.startsWith('.'));
  return stepsOf(flow, 'external')
    .filter(answersContainer)
    .flatMap((step): Step[] => {
      const uses = calls.filter(({ action }) => action.args[0]?.shape === step.action.result.shape);
      return uses.length === 0 ? [step] : uses;
    });
}

function answersContainer({ action: { cls, method } }: StepOf<'external'>): boolean {
  const name = nameIn(cls && findMethod(cls, method)?.node.returns);
  return name !== undefined && CONTAINERS.has(name);
}

function nameIn(annotation: Expression | undefined): string | undefined {
  switch (annotation?.kind) {
    case 'Name':
      return annotation.id;
    case 'Attribute':
      return annotation.name;
    case 'String':
      return annotation.value;
    default:
      return undefined;
  }
}
