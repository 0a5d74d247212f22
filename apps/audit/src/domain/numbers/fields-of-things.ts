import { questionsIn } from '../access/let-through.ts';
import { isOpenEntry } from '../access/privileged.ts';
import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import {
  hasOrigin,
  sameKeys,
  type Fact,
  type StorageItem,
  type StorageRead,
  type Value,
} from '../flow/values.ts';
import { unwritten } from '../flow/unset.ts';
import { isOnly, Type } from '../model/types.ts';
import { writesTo, writtenInterval } from './stored.ts';

/**
 * Whether a number is a field of a thing that is known to be there (`state[id] == OPEN`), and that no method makes without writing 1 or
 * more into this field. Whoever asks a query about a thing that is not there only learns that it fails.
 */
export function isFieldOfThing(contract: ContractModel, flow: Flow, step: Step, { read }: Value): boolean {
  if (read?.how !== 'item' || !isAlwaysSome(contract, read.item)) return false;
  if (flow.entry.kind === 'readonly') return read.keys.some((key) => hasOrigin(key, 'parameter'));
  return factsAt(flow, step)
    .flatMap((fact) => marksIn(fact, read.keys))
    .some((mark) => mark !== read.item && isWrittenBeside(contract, mark, read.item));
}

/** Everything that is written there is 1 or more. */
function isAlwaysSome(contract: ContractModel, item: StorageItem): boolean {
  const writes = writesTo(contract, item).filter(({ flow }) => isOpenEntry(flow));
  return (
    writes.length > 0 &&
    writes.every(
      ({ flow, step }) => step.action.how !== 'remove' && (writtenInterval({ flow, step }).low ?? 0n) >= 1n,
    )
  );
}

/** Other fields of the same thing that a fact finds to have been written. */
const marksIn = (fact: Fact, keys: readonly Value[]): StorageItem[] => [
  ...questionsIn(fact).flatMap(({ item, keys: asked, lets }) =>
    sameKeys(asked, keys) && lets(unwritten(item)) === false ? [item] : [],
  ),
  ...(fact.kind === 'compare' && fact.operator === '=='
    ? [fact.left, fact.right].flatMap(({ read }) => (isAccountUnder(read, keys) ? [read.item] : []))
    : []),
];

/** `seller[id] == sender`: where nothing was written, nobody stands. */
const isAccountUnder = (read: StorageRead | undefined, keys: readonly Value[]): read is StorageRead =>
  read !== undefined && isOnly(read.item.valueType, Type.address) && sameKeys(read.keys, keys);

/** Whoever writes the mark of a thing writes the field as well, or has found another mark of it. */
const isWrittenBeside = (contract: ContractModel, mark: StorageItem, field: StorageItem): boolean =>
  writesTo(contract, mark)
    .filter(({ flow }) => isOpenEntry(flow))
    .every(({ flow, step }) => isBeside(flow, step, field));

const isBeside = (flow: Flow, step: StepOf<'write'>, field: StorageItem): boolean =>
  stepsOf(flow, 'write').some(
    ({ action: { item, keys } }) => item === field && sameKeys(keys, step.action.keys),
  ) || factsAt(flow, step).some((fact) => marksIn(fact, step.action.keys).length > 0);
