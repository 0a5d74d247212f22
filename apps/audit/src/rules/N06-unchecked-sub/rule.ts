import type { Confidence } from '../../catalogue/finding.ts';
import { defineRule, type Report } from '../../catalogue/rule.ts';
import { endsWell } from '../../domain/access/asked.ts';
import { isAuthorised } from '../../domain/access/authority.ts';
import type { ContractModel, Flow, StepOf } from '../../domain/flow/flow.ts';
import { orderOf } from '../../domain/flow/order.ts';
import type { Fact, Value } from '../../domain/flow/values.ts';
import { hasOrigin, valuesOf } from '../../domain/flow/values.ts';
import { isHeldAfterwards } from '../../domain/numbers/afterwards.ts';
import { Bounds } from '../../domain/numbers/bounds.ts';
import { lastingFacts } from '../../domain/numbers/lasting.ts';
import { linearOf, plus } from '../../domain/numbers/linear.ts';
import { movementsOf, placeOf, type Movement } from '../../domain/numbers/movements.ts';
import { openRests } from '../../domain/numbers/open-rests.ts';
import { inContract } from '../../domain/numbers/stored.ts';
import { nameOf } from '../../domain/numbers/naming.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'N06',
  name: 'unchecked-sub',
  severity: 'medium',
  confidence: 'high',
  checklist: ['CL-W05'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const told = new Set<string>();
      for (const flow of contract.judged) {
        if (flow.entry.kind !== 'external' && flow.entry.kind !== 'fallback') continue;
        for (const movement of movementsOf(flow)) checkMovement(contract, movement, told, report);
        for (const step of openRests(flow)) tellRest(flow, step, report);
      }
    }
  },
});

/** A stake within a stake that was never paid. */
function tellRest(flow: Flow, step: StepOf<'arithmetic'>, report: Report): void {
  const given = { amount: nameOf(flow, step, step.action.right), entry: flow.entry.fn.name };
  report(step, words.says.rest, given, { severity: 'high', confidence: 'medium' });
}

function checkMovement(contract: ContractModel, movement: Movement, told: Set<string>, report: Report): void {
  const taken = movement.amounts.filter(({ factor }) => factor < 0n).map(({ value }) => value);
  const [amount] = taken;
  // What comes in at the same time may well be more than what goes out.
  if (amount === undefined || taken.length < movement.amounts.length) return;
  if (!endsWell(movement.flow, movement.step)) return;
  const facts = lastingFacts(movement.flow, movement.step);
  const bounds = new Bounds(facts, inContract(contract));
  if (bounds.isAtLeast(movement.value, 0n) || isCoveredTotal(movement, taken, facts, bounds)) return;
  if (isHeldAfterwards(movement) || isWithinLimit(movement, taken, facts)) return;
  const at = placeOf(movement);
  const key = `${at.module.path}:${at.node.start}`;
  if (told.has(key)) return;
  told.add(key);
  const given = { item: movement.item.name, amount: nameOf(movement.flow, movement.step, amount) };
  const other = comparedWith(movement.before, facts);
  const confidence = sureness(movement, taken);
  // Held against the amount itself, but the wrong way round.
  if (other === undefined || taken.some(({ shape }) => shape === other.shape))
    report(at, words.says.unchecked, given, { confidence });
  else
    report(
      at,
      words.says.otherValue,
      { ...given, checked: nameOf(movement.flow, movement.step, other) },
      { confidence },
    );
}

/** An account may be overdrawn up to a limit that is kept: `balance + limit >= amount`. */
const isWithinLimit = ({ before }: Movement, taken: readonly Value[], facts: readonly Fact[]): boolean =>
  facts.some((fact) => {
    const order = fact.kind === 'compare' ? orderOf(fact) : undefined;
    if (order === undefined) return false;
    const terms = [...plus(linearOf(order.more), linearOf(order.less), -1n).terms.values()];
    const isAmong = ({ shape }: Value, sign: bigint) =>
      terms.some(({ value, factor }) => value.shape === shape && factor * sign > 0n);
    const isLimit = ({ read, shape }: Value) => read !== undefined && shape !== before.shape;
    return (
      isAmong(before, 1n) &&
      taken.every((amount) => isAmong(amount, -1n)) &&
      terms.some(({ value, factor }) => factor > 0n && isLimit(value))
    );
  });

/** Nobody owns more than the total: a test of any single balance covers it. */
function isCoveredTotal(
  { item, before }: Movement,
  taken: readonly Value[],
  facts: readonly Fact[],
  bounds: Bounds,
): boolean {
  const single = facts
    .flatMap(valuesOf)
    .filter(
      ({ read }) =>
        read !== undefined && read.item !== item && read.keys.length > (before.read?.keys.length ?? 0),
    );
  return taken.every(
    (amount) => isSingle(amount, before) || single.some((balance) => bounds.isNotSmaller(balance, amount)),
  );
}

const isSingle = ({ read, choices, made }: Value, before: Value): boolean => {
  if (choices !== undefined) return choices.every(({ value }) => isSingle(value, before));
  if (made !== undefined || read === undefined) return false;
  return read.how !== 'length' && read.keys.length > (before.read?.keys.length ?? 0);
};

/** What the caller names is sure to be too much for somebody; what the contract worked out may be right by construction. */
function sureness({ flow, step }: Movement, taken: readonly Value[]): Confidence {
  if (isAuthorised(flow, step)) return 'low';
  const named = taken.every(
    (amount) => hasOrigin(amount, 'parameter') && !hasOrigin(amount, 'storage', 'call', 'argument'),
  );
  return named ? 'high' : 'low';
}

/** Something else that the stored number was held against. */
function comparedWith(before: Value, facts: readonly Fact[]): Value | undefined {
  for (const fact of facts) {
    if (fact.kind !== 'compare' || !['>=', '>', '<', '<='].includes(fact.operator)) continue;
    const [left, right] = [fact.left, fact.right];
    if (left.shape === before.shape && right.constant === undefined) return right;
    if (right.shape === before.shape && left.constant === undefined) return left;
  }
  return undefined;
}
