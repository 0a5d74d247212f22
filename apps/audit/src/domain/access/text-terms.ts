import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { hasOrigin, storageOrigins, valuesOf, type StorageItem, type Value } from '../flow/values.ts';
import { once } from '../once.ts';
import { textRecords } from '../storage/text-records.ts';
import { isUnasked } from './asked.ts';
import { isTakenOver } from './bare-writes.ts';
import { isUnpaidEntry } from './ledger.ts';
import { namesOfHolders } from './named-in-text.ts';
import { isOfSender } from './of-sender.ts';
import { isOpenEntry } from './privileged.ts';

/** A place in records that are kept as text in one item. */
interface Term {
  readonly item: StorageItem;
  readonly name: string;
}

/**
 * Terms of a thing in a record that is kept as text (an end, a price), settled by the one who began it, and that whoever likes writes over:
 * other methods hold the sender against a name in that record.
 */
export function rewrittenInText(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow) || flow.steps.some(isOfSender)) return [];
  return textRecords(flow).flatMap(({ write, isNew, puts }) => {
    const { item, keys } = write.action;
    if (isNew || !keys.some((key) => hasOrigin(key, 'parameter')) || !isUnasked(flow, write)) return [];
    const isRewritten = [...puts].some(
      ([name, value]) => isTakenOver(value) && isFree(contract, flow, write, { item, name }),
    );
    return isRewritten ? [write] : [];
  });
}

/** It is such a term, and not the highest of what all have brought so far: a time for which others wait is never that. */
const isFree = (contract: ContractModel, flow: Flow, write: StepOf<'write'>, term: Term): boolean =>
  termsInText(contract).some(({ item, name }) => item === term.item && name === term.name) &&
  (!factsAt(flow, write).some((fact) => valuesOf(fact).some((value) => isOf(value, term))) ||
    contract.flows.some((other) => other !== flow && isOpenEntry(other) && waitsFor(other, term)));

const waitsFor = (flow: Flow, term: Term): boolean =>
  stepsOf(flow, 'way').some(({ action }) =>
    action.facts.some((fact) => {
      const values = valuesOf(fact);
      return values.some((value) => isOf(value, term)) && values.some((value) => hasOrigin(value, 'block'));
    }),
  );

/** `record['end']`, or worked out of it. */
function isOf(value: Value, { item, name }: Term): boolean {
  const { shape, made } = value;
  if (shape.includes(`[string ${name}]`)) return storageOrigins(value).includes(item);
  return made !== undefined && (isOf(made.left, { item, name }) || isOf(made.right, { item, name }));
}

/** What is put into a new record beside the caller's own name, under which other methods look for the sender. */
const termsInText = once((contract: ContractModel): readonly Term[] => {
  const holders = namesOfHolders(contract);
  return contract.flows
    .filter(isOpenEntry)
    .flatMap(textRecords)
    .filter(({ isNew, puts }) => isNew && [...puts].some(([name, put]) => holders.has(name) && isSender(put)))
    .flatMap(({ write, puts }) =>
      [...puts].flatMap(([name, put]) => (isTakenOver(put) ? [{ item: write.action.item, name }] : [])),
    );
});

const isSender = ({ shape }: Value): boolean => shape === 'msg.sender' || shape === 'str(msg.sender)';
