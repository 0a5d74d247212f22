import { dominators, factsAt } from '../flow/dominance.ts';
import { isStep, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { storageOrigins, valuesOf, type Fact, type StorageItem, type Value } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';

/**
 * What a loop looks at that goes round and round by a remainder, `i = (i + 1) % n`, until an entry in storage suits: where none of
 * them does, it never ends. Nothing where the loop changes such an entry, or where something was asked first that may say that one suits.
 */
export function circledEntries(
  flow: Flow,
  head: StepOf<'loop'>,
  facts: readonly Fact[],
  rounds: readonly (readonly Fact[])[],
  body: readonly Step[],
): StorageItem | undefined {
  const entry = askedEntry(facts);
  const item = entry?.read?.item;
  if (item === undefined || rounds.length === 0) return undefined;
  const isRing = rounds.every((round) => {
    const next = askedEntry(round);
    return next?.read?.item === item && next.read.keys.some((key) => isRemainder(key));
  });
  const isMoved = (step: Step) => isStep(step, 'write') && step.action.item === item;
  if (!isRing || body.some(isMoved) || dominators(flow, head).some(isMoved)) return undefined;
  return factsAt(flow, head).some((fact) => mayPromise(fact, item)) ? undefined : item;
}

/** `busy[i]`, `busy[people[i]] > 0`, and nothing beside it. */
function askedEntry([fact, ...others]: readonly Fact[]): Value | undefined {
  if (fact === undefined || others.length > 0 || fact.kind === 'one of') return undefined;
  const asked = valuesOf(fact).find(({ constant }) => constant === undefined);
  return asked?.read?.how === 'item' ? asked : undefined;
}

/** The number of an entry, or of the entry that holds its key, was taken round by a remainder. */
function isRemainder({ made, read }: Value): boolean {
  if (made?.operator === '%') return made.left.made?.operator === '+' || made.left.made?.operator === '-';
  return read?.how === 'item' && read.keys.some(isRemainder);
}

/** The entries themselves were asked, or a number that may count those that suit. */
const mayPromise = (fact: Fact, item: StorageItem): boolean =>
  valuesOf(fact).some(
    (value) =>
      storageOrigins(value).includes(item) ||
      (value.read?.item.kind === 'VarDB' && isOnly(value.read.item.valueType, Type.int)),
  );
