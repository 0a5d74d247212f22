import { defineRule } from '../../catalogue/rule.ts';
import { authorityItems, selfWritten } from '../../domain/access/authorities.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import {
  isStep,
  stepsBefore,
  stepsOf,
  type ContractModel,
  type Flow,
  type StepOf,
} from '../../domain/flow/flow.ts';
import { hasOrigin, valuesOf } from '../../domain/flow/values.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'A10',
  name: 'duplicate-role',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      for (const flow of contract.judged.filter(isOpenEntry)) {
        for (const step of carelessPuts(contract, flow)) {
          const removal = removalOf(contract, flow, step);
          if (removal !== undefined)
            report(step, words.says.duplicate, { item: step.action.item.name, removal });
        }
      }
    }
  },
});

/** Accounts that are put into a list of a role without a look whether they stand in it. */
function carelessPuts(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  const roles = authorityItems(contract);
  const joined = selfWritten(contract);
  return stepsOf(flow, 'write').filter((step) => {
    const { item, how, value } = step.action;
    return (
      item.kind === 'ArrayDB' &&
      how === 'put' &&
      roles.has(item) &&
      !joined.has(item) &&
      hasOrigin(value, 'parameter', 'sender') &&
      !isLookedUp(flow, step)
    );
  });
}

/** The list itself is searched, or a record under the same account is asked. */
function isLookedUp(flow: Flow, step: StepOf<'write'>): boolean {
  const { item, value } = step.action;
  const searched = [...stepsBefore(step)].some(
    (each) =>
      isStep(each, 'read') &&
      each.action.item === item &&
      SEARCHES.has(each.action.how) &&
      each.action.keys.every(({ shape }) => shape !== 'msg.sender' || value?.shape === shape),
  );
  if (searched) return true;
  return factsAt(flow, step)
    .flatMap(valuesOf)
    .some((each) => each.read?.keys.some(({ shape }) => shape === value?.shape) === true);
}

const SEARCHES: ReadonlySet<string> = new Set(['contains', 'iterate', 'whole', 'item']);

/** The entry point that takes an entry out; whoever fills a list anew empties it first. */
const removalOf = ({ flows }: ContractModel, own: Flow, put: StepOf<'write'>): string | undefined =>
  flows
    .filter(isOpenEntry)
    .find((flow) =>
      stepsOf(flow, 'write').some(
        (step) =>
          step.action.item === put.action.item &&
          step.action.how === 'pop' &&
          !(flow === own && step.loops.length > 0 && step.id < put.id),
      ),
    )?.entry.fn.name;
