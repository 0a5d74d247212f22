import { factsAt } from '../flow/dominance.ts';
import { isStep, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import {
  hasOrigin,
  ORDERS,
  storageOrigins,
  type Comparison,
  type Fact,
  type Origin,
  type Value,
} from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import type { Node } from '../python/tree.ts';
import { once } from '../once.ts';
import { HASHES, madeAt } from './made-at.ts';

/**
 * A number that is meant to be chance and is made of what everybody knows: a remainder of a block's or transaction's number, time or
 * hash. Days and deadlines are remainders too; what tells them apart is a hash in between, or what they pick.
 */
export interface Chance {
  readonly step: Step;
  readonly sources: readonly string[];
  /** Where the seed is hashed, if that is a function of its own. */
  readonly made?: Step | undefined;
}

export function chancesOf(flow: Flow): Chance[] {
  const all = remaindersOf(flow);
  if (all.length === 0) {
    const found = [thresholdsOf, balancesOf, seedsOf].map((each) => each(flow));
    return found.find((chances) => chances.length > 0) ?? [];
  }
  return all.filter(({ step }, index) => {
    const previous = all[index - 1];
    return previous === undefined || isMixedAnew(flow, previous.step, step);
  });
}

/** `balance % 10 == 0`: the last digits of what the contract holds decide whether something is paid; whoever pays in chooses them. */
function balancesOf(flow: Flow): Chance[] {
  return stepsOf(flow, 'arithmetic').flatMap((step) => {
    const { operator, left, right, result } = step.action;
    if (operator !== '%' || !hasOrigin(left, 'icx balance') || hasOrigin(right, 'storage')) return [];
    const isHeld = stepsOf(flow, 'way').some(({ action }) =>
      action.facts.some(
        (fact) =>
          fact.kind === 'compare' &&
          [fact.left, fact.right].some(({ shape }) => shape === result.shape) &&
          [fact.left, fact.right].some(({ constant }) => constant !== undefined),
      ),
    );
    return isHeld ? [{ step, sources: ['balance'] }] : [];
  });
}

/** `Dice.srand(self.tx.hash)`: a generator of the contract's own, whose state lies where no value is followed, begins with what everybody knows. */
function seedsOf(flow: Flow): Chance[] {
  return stepsOf(flow, 'call').flatMap((step) => {
    const seed = SEEDS.test(step.action.fn.name) ? step.action.args.find(isOfChain) : undefined;
    return seed === undefined ? [] : [{ step, sources: chainSourcesOf(seed) }];
  });
}

const SEEDS = /^_*(?:s_?rand|srandom|seed|(?:set|init)_?seed)$/i;

/** `hash[0] > 127`: a part of a hash is held against a number, without a remainder. */
function thresholdsOf(flow: Flow): Chance[] {
  return stepsOf(flow, 'way').flatMap((step) => {
    const hashed = step.action.facts.flatMap((fact) =>
      fact.kind === 'compare' && (ORDERS.has(fact.operator) || isOneOfWritten(fact))
        ? [fact.left, fact.right]
        : [],
    );
    const value = hashed.find(
      (side) =>
        isOfChain(side) && (isOfHash(side) || HASHES.test(side.shape) || countsBytesOf(hashesIn(flow), side)),
    );
    return value === undefined ? [] : [{ step, sources: chainSourcesOf(value) }];
  });
}

/** `skill * 10 + hash[0]`: bytes of a hash are counted together with others. */
const countsBytesOf = (hashes: ReadonlySet<string>, { shape, made, choices }: Value, depth = 0): boolean =>
  hashes.has(shape.replace(/\[[^[\]]*\]$/, '')) ||
  (depth < 4 &&
    ((made !== undefined && [made.left, made.right].some((part) => countsBytesOf(hashes, part, depth + 1))) ||
      choices?.some((choice) => countsBytesOf(hashes, choice.value, depth + 1)) === true));

/** Hashes over what everybody knows. */
const hashesIn = once(
  (flow: Flow): ReadonlySet<string> =>
    new Set(
      stepsOf(flow, 'platform').flatMap(({ action: { name, result } }) =>
        HASHES.test(name) && isOfChain(result) ? [result.shape] : [],
      ),
    ),
);

/** `hash[0] in (1, 2, 3)`, `in range(0, 128)`; to look a hash up in what is stored leaves nothing to chance. */
const isOneOfWritten = ({ operator, right }: Comparison): boolean =>
  operator === 'in' && (right.items !== undefined || right.reference?.kind === 'builtin');

const isOfHash = ({ origins }: Value): boolean =>
  [...origins].some(
    (origin) => (origin.kind === 'block' || origin.kind === 'transaction') && origin.what === 'hash',
  );

/** Something was hashed since: a remainder of a remainder (the suit of a card) is no chance of its own. */
const isMixedAnew = (flow: Flow, previous: Step, step: Step): boolean =>
  flow.steps.some(
    (each) =>
      each.id > previous.id &&
      each.id < step.id &&
      isStep(each, 'platform') &&
      HASHES.test(each.action.name) &&
      isOfChain(each.action.result),
  );

function remaindersOf(flow: Flow): Chance[] {
  return stepsOf(flow, 'arithmetic').flatMap((step) => {
    const { operator, left, right } = step.action;
    const isPick = operator === '%' || (operator === '&' && (isSmall(right) || isCutOff(flow, left, right)));
    if (!isPick || !isOfChain(left) || isDigit(flow, step)) return [];
    return isMixed(left) || picks(flow, step)
      ? [{ step, sources: chainSourcesOf(left), made: madeAt(flow, step, left) }]
      : [];
  });
}

/** `n % 2` beside `n // 2`: a number is read digit by digit, as where a power is worked out. */
function isDigit(flow: Flow, step: StepOf<'arithmetic'>): boolean {
  const { node, frame, action } = step;
  if (action.right.constant !== 2n || node.kind !== 'BinaryOperation' || node.left.kind !== 'Name')
    return false;
  const name = node.left.id;
  return stepsOf(flow, 'arithmetic').some(
    (other) =>
      other.frame.fn === frame.fn && isHalved(other.action.operator) && namesOf(other.node).includes(name),
  );
}

const isHalved = (operator: string): boolean => operator === '//' || operator === '>>';

/** What is divided: `n // 2`, `n //= 2`. */
const namesOf = (node: Node): string[] => {
  const of =
    node.kind === 'BinaryOperation' ? node.left : node.kind === 'AugmentedAssign' ? node.target : node;
  return of.kind === 'Name' ? [of.id] : [];
};

const isOfChain = (value: Value): boolean => hasOrigin(value, 'block', 'transaction');

/** `& 1`, `& 0xff`; a mask of a whole word is a step of a generator. */
const isSmall = ({ constant }: Value): boolean => typeof constant === 'bigint' && constant < 65536n;

/** `int.from_bytes(hash, 'big') & 0xffffff`: a few bytes of a hash itself; a number of 64 bits is still a seed. */
const isCutOff = (flow: Flow, { shape }: Value, { constant }: Value): boolean =>
  typeof constant === 'bigint' && constant < 1n << 32n && hashesIn(flow).has(shape);

/** Counted on as it is: a height or a time, perhaps in other units. The rest is a hash, text, or several things thrown together. */
const isPlain = ({ shape }: Value): boolean =>
  !shape.startsWith('#') && !/sha|bytes|hash|hex|str\(|f\(|\[/.test(shape);

function isMixed(value: Value): boolean {
  if (!isOfChain(value) || isPlain(value)) return false;
  if (value.made === undefined) return true;
  const { operator, left, right } = value.made;
  if (operator === '^' || operator === '<<') return true;
  return isMixed(left) || isMixed(right);
}

/** A plain number picks where it is an index, where the caller's guess is held against it, or where it is odd or even. */
function picks(flow: Flow, step: StepOf<'arithmetic'>): boolean {
  const { operator, right, result } = step.action;
  if (
    operator === '&' ||
    right.constant === 2n ||
    right.read?.how === 'length' ||
    right.shape.startsWith('len ')
  )
    return true;
  return flow.steps.some((each) => {
    if (isStep(each, 'read'))
      return (
        each.action.item.kind === 'ArrayDB' && each.action.keys.some(({ shape }) => shape === result.shape)
      );
    if (!isStep(each, 'way')) return false;
    return each.action.facts.some(
      (fact) => fact.kind === 'compare' && isGuess(fact.left, fact.right, result),
    );
  });
}

const isGuess = (left: Value, right: Value, result: Value): boolean =>
  (left.shape === result.shape && hasOrigin(right, 'parameter')) ||
  (right.shape === result.shape && hasOrigin(left, 'parameter'));

/** A remainder of a hash over what the caller brings and what is stored: whoever calls can try until it suits them. */
export function callerChancesOf(flow: Flow): Chance[] {
  return stepsOf(flow, 'arithmetic').flatMap((step) => {
    const { operator, left } = step.action;
    if (operator !== '%' || isOfChain(left) || !hasOrigin(left, 'parameter') || !hasOrigin(left, 'storage'))
      return [];
    const facts = factsAt(flow, step);
    if (!isHashed(flow, step) || facts.some(isRevealed)) return [];
    const sources = [...left.origins]
      .flatMap(({ kind, ...of }) => (kind === 'parameter' && 'name' in of ? [of.name] : []))
      .toSorted();
    return sources.every((name) => facts.some((fact) => isOnRecord(fact, name))) ? [] : [{ step, sources }];
  });
}

/** The account that the caller names has to be one for which something is kept: there are few to choose from. */
function isOnRecord(fact: Fact, name: string): boolean {
  const asked =
    fact.kind === 'true'
      ? fact.value
      : fact.kind === 'compare' && fact.operator === 'is not' && fact.right.constant === null
        ? fact.left
        : undefined;
  return (
    asked?.read?.keys.some(
      ({ shape, types }) => shape === `parameter ${name}` && isOnly(types, Type.address),
    ) === true
  );
}

/** A remainder of a hash over nothing but what is stored or known: it is held against another number, and everybody can work it out first. */
export function storedChancesOf(flow: Flow): Chance[] {
  return stepsOf(flow, 'arithmetic').flatMap((step) => {
    const { operator, left, result } = step.action;
    if (operator !== '%' || !hasOrigin(left, 'storage') || hasOrigin(left, ...UNKNOWN)) return [];
    if (!isMadeOfHash(flow, step) || !isWeighed(flow, result) || factsAt(flow, step).some(isRevealed))
      return [];
    return [
      {
        step,
        sources: storageOrigins(left)
          .map(({ name }) => name)
          .toSorted(),
      },
    ];
  });
}

/** What is not in the contract's own books, or is told of already. */
const UNKNOWN = ['block', 'transaction', 'call', 'icx balance', 'parameter'] as const;

const isMadeOfHash = (flow: Flow, { id, action: { left } }: StepOf<'arithmetic'>): boolean =>
  stepsOf(flow, 'platform').some(
    ({ id: before, action: { name, result } }) =>
      before < id &&
      /sha3_256|sha_256/.test(name) &&
      hasOrigin(result, 'storage') &&
      [...result.origins].every((origin) => left.origins.has(origin)),
  );

/** Whether a number, or a sum of it with others, is held against another one. */
const isWeighed = (flow: Flow, { shape }: Value): boolean =>
  stepsOf(flow, 'way').some(({ action }) =>
    action.facts.some(
      (fact) => fact.kind === 'compare' && [fact.left, fact.right].some((side) => isPartOf(shape, side)),
    ),
  );

const isPartOf = (shape: string, { shape: whole, made, choices }: Value, depth = 0): boolean =>
  whole === shape ||
  (depth < 4 &&
    ((made !== undefined && [made.left, made.right].some((part) => isPartOf(shape, part, depth + 1))) ||
      choices?.some(({ value }) => isPartOf(shape, value, depth + 1)) === true));

/** A hash was made of the same things before. */
const isHashed = (flow: Flow, { id, action: { left } }: StepOf<'arithmetic'>): boolean =>
  stepsOf(flow, 'platform').some(
    ({ id: before, action: { name, result } }) =>
      before < id &&
      /sha3_256|sha_256/.test(name) &&
      hasOrigin(result, 'parameter') &&
      [...result.origins].every((origin) => left.origins.has(origin)),
  );

/** `sha3_256(secret) == committed`: it was fixed before. */
const isRevealed = (fact: Fact): boolean =>
  fact.kind === 'compare' &&
  fact.operator === '==' &&
  [fact.left, fact.right].some(({ shape }) => /sha3?_256/.test(shape));

/** What of the block and of the transaction a value depends on, in words. */
export const chainSourcesOf = (value: Value): string[] =>
  [...new Set([...value.origins].flatMap(describe))].toSorted();

function describe(origin: Origin): string[] {
  return origin.kind === 'block' || origin.kind === 'transaction'
    ? [`${origin.kind === 'block' ? 'block' : 'tx'} ${origin.what}`]
    : [];
}
