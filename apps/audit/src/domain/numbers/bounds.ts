import { factsOf, type Arithmetic, type Choice, type Fact, type Value } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { isCounted, ofBuiltin } from './builtins.ts';
import { everything, narrowed, notNegative, operated, widened, type Interval } from './interval.ts';
import { knowledgeOf, type Knowledge } from './knowledge.ts';
import { constantLinear, linearOf, plus, replaced, type Linear } from './linear.ts';
import { choicesOf, largerThan, smallerThan } from './replacements.ts';

/** What a rule takes for granted of a value, such as that a stored limit is not negative. */
export type Assumption = (value: Value) => Interval | undefined;

/** Facts that are put together to reach a conclusion; real code asks for two. */
const STEPS = 3;
/** Questions that one question may lead to; real code stays below a few hundred. What is beyond that is not known. */
const QUESTIONS = 1_000;
/** Values within values that are looked into. */
const DEEPEST = 8;

/**
 * How small and how large numbers may be where some facts hold. What it says is certain as far as the facts and the assumption are;
 * what it does not say may be so all the same.
 */
export class Bounds {
  readonly #facts: readonly Fact[];
  readonly #known: Knowledge;
  /** Intervals that do not depend on what else is being worked out, by shape. */
  readonly #intervals = new Map<string, Interval>();
  /** How often something was left unknown, since it was being worked out or lay too deep. */
  #cuts = 0;
  readonly #assume: Assumption;
  /** How often the facts were split up into what holds on one of several ways. */
  readonly #splits: number;
  /** Shapes whose interval is being worked out. */
  readonly #open = new Set<string>();
  /** Shared with all that are made on the way. */
  readonly #budget: { left: number };

  constructor(
    facts: readonly Fact[],
    assume: Assumption = () => undefined,
    splits = 0,
    budget = { left: QUESTIONS },
  ) {
    this.#facts = facts;
    this.#known = knowledgeOf(facts);
    this.#assume = assume;
    this.#splits = splits;
    this.#budget = budget;
  }

  /** Whether the value is at least a number. */
  isAtLeast(value: Value, least: bigint): boolean {
    return this.#holds(plus(linearOf(value), constantLinear(-least)));
  }

  isAtMost(value: Value, most: bigint): boolean {
    return this.#holds(plus(constantLinear(most), linearOf(value), -1n));
  }

  /** Whether one value is known to be no smaller than another. */
  isNotSmaller(left: Value, right: Value): boolean {
    return this.#holds(plus(linearOf(left), linearOf(right), -1n));
  }

  /** Whether one value is known to be larger than another by so much at most. */
  isWithin(left: Value, right: Value | undefined, most: bigint): boolean {
    const room = plus(constantLinear(most), linearOf(left), -1n);
    return this.#holds(right === undefined ? room : plus(room, linearOf(right)));
  }

  isNotZero(value: Value): boolean {
    return this.#differs(value, 0n) || this.isAtLeast(value, 1n) || this.isAtMost(value, -1n);
  }

  intervalOf(value: Value): Interval {
    return this.#sum(linearOf(value));
  }

  #holds(sum: Linear, steps = STEPS): boolean {
    this.#budget.left -= 1;
    if (this.#budget.left < 0) return false;
    if (this.#isSaid(sum) || this.#isPlain(sum)) return true;
    if (steps === 0) return false;
    return (
      this.#byRelation(sum, steps) ||
      this.#byReplacing(sum, steps) ||
      this.#byChoices(sum, steps) ||
      this.#bySplit(sum)
    );
  }

  /** A sum is not negative when it is another that is not, and something besides that is not either. */
  #byRelation(sum: Linear, steps: number): boolean {
    const rests = this.#known.relations.flatMap((relation) => restsOf(sum, relation));
    // What one relation shows by itself is asked first: the others lead far afield.
    return rests.some((rest) => this.#isPlain(rest)) || rests.some((rest) => this.#holds(rest, steps - 1));
  }

  /** Whether one relation says so in as many words, as `amount <= balance` of `balance - amount`: most questions end here. */
  #isSaid({ constant, terms }: Linear): boolean {
    const [shape] = terms.keys();
    if (shape === undefined) return constant >= 0n;
    const relations = this.#known.byShape.get(shape) ?? [];
    return relations.some(
      (relation) =>
        relation.constant <= constant &&
        relation.terms.size === terms.size &&
        [...terms].every(([each, { factor }]) => relation.terms.get(each)?.factor === factor),
    );
  }

  #isPlain(sum: Linear): boolean {
    const { low } = this.#sum(sum);
    return low !== undefined && low >= 0n;
  }

  /** What stands with a minus may be replaced by something larger, the rest by something smaller. */
  #byReplacing(sum: Linear, steps: number): boolean {
    return [...sum.terms].some(([shape, { value, factor }]) =>
      (factor < 0n ? largerThan(value, this) : smallerThan(value)).some((by) =>
        this.#holds(replaced(sum, shape, linearOf(by)), steps - 1),
      ),
    );
  }

  #byChoices(sum: Linear, steps: number): boolean {
    return [...sum.terms].some(([shape, { value, factor }]) => {
      const choices = this.#splits > 2 ? [] : choicesOf(value, factor);
      return (
        choices.length > 0 &&
        choices.every((choice) =>
          this.onWay(choice).#holds(replaced(sum, shape, linearOf(choice.value)), steps - 1),
        )
      );
    });
  }

  #bySplit(sum: Linear): boolean {
    if (this.#splits > 1) return false;
    const splits = this.#facts.flatMap((fact) =>
      fact.kind === 'one of' && fact.choices.length < 6 ? [fact] : [],
    );
    const rest = this.#facts.filter((fact) => fact.kind !== 'one of');
    return splits.some(({ choices }) =>
      choices.every((choice) => this.#where([...choice, ...rest]).#holds(sum, STEPS - 1)),
    );
  }

  /** The same where a value is one of several. */
  onWay({ when }: Choice): Bounds {
    return this.#where([...when.flatMap((condition) => factsOf(condition, true)), ...this.#facts]);
  }

  #where(facts: readonly Fact[]): Bounds {
    return new Bounds(facts, this.#assume, this.#splits + 1, this.#budget);
  }

  /** A sum, or what is left of it without one value. */
  #sum({ constant, terms }: Linear, without?: string): Interval {
    let low: bigint | undefined = constant;
    let high: bigint | undefined = constant;
    for (const [shape, { value, factor }] of terms) {
      if (shape === without) continue;
      if (low === undefined && high === undefined) break;
      const of = this.#interval(value);
      const [least, most] = factor > 0n ? [of.low, of.high] : [of.high, of.low];
      low = low === undefined || least === undefined ? undefined : low + factor * least;
      high = high === undefined || most === undefined ? undefined : high + factor * most;
    }
    return { low, high };
  }

  // --- One value -----------------------------------------------------------------------------------------------------------------

  #interval(value: Value): Interval {
    const before = this.#intervals.get(value.shape);
    if (before !== undefined) return before;
    this.#budget.left -= 1;
    if (this.#budget.left < 0 || this.#open.size > DEEPEST || this.#open.has(value.shape)) {
      this.#cuts += 1;
      return this.#saidOf(value);
    }
    const cuts = this.#cuts;
    this.#open.add(value.shape);
    const result = this.#workedOut(value);
    this.#open.delete(value.shape);
    // What was cut off on the way may be known when it is asked for from elsewhere.
    if (this.#cuts === cuts || this.#open.size === 0) this.#intervals.set(value.shape, result);
    return result;
  }

  /** What is said of a value by itself, as in `0 <= stake <= 100`: known without asking any further. */
  #saidOf({ constant, shape }: Value): Interval {
    if (typeof constant === 'bigint') return { low: constant, high: constant };
    return (this.#known.byShape.get(shape) ?? [])
      .filter(({ terms }) => terms.size === 1)
      .map((relation) => this.#solved(relation, shape))
      .reduce(narrowed, everything);
  }

  #workedOut(value: Value): Interval {
    const known = (this.#known.byShape.get(value.shape) ?? [])
      .map((relation) => this.#solved(relation, value.shape))
      .reduce(narrowed, this.#intrinsic(value));
    const result = [this.#members(value), this.#factor(value), this.#assume(value) ?? everything].reduce(
      narrowed,
      known,
    );
    return this.#withoutEnds(value, result);
  }

  /** What a relation says of one value in it. */
  #solved(relation: Linear, shape: string): Interval {
    const term = relation.terms.get(shape);
    if (term === undefined) return everything;
    const { high } = this.#sum(relation, shape);
    if (high === undefined) return everything;
    // factor * value + rest >= 0, and the rest is at most `high`.
    const { factor } = term;
    return factor > 0n
      ? { low: ceiling(-high, factor), high: undefined }
      : { low: undefined, high: high / -factor };
  }

  /** Where `value * price` is not negative, nor is the value: a price is taken to be more than nothing. */
  #factor({ shape }: Value): Interval {
    const isNotNegative = (of: Interval) => of.low !== undefined && of.low >= 0n;
    for (const { relation, whole, left, right } of this.#known.products) {
      const other = left.shape === shape ? right : right.shape === shape ? left : undefined;
      if (other === undefined || !isNotNegative(this.#solved(relation, whole))) continue;
      if (isNotNegative(this.#interval(other))) return notNegative;
    }
    return everything;
  }

  #members({ shape }: Value): Interval {
    return this.#known.lists
      .filter(({ of }) => of === shape)
      .map(({ items }) => widened(items.map((item) => this.intervalOf(item))))
      .reduce(narrowed, everything);
  }

  /** `!= 0` makes `>= 0` into `> 0`. */
  #withoutEnds(value: Value, { low, high }: Interval): Interval {
    return {
      low: low !== undefined && this.#differs(value, low) ? low + 1n : low,
      high: high !== undefined && this.#differs(value, high) ? high - 1n : high,
    };
  }

  #differs({ shape }: Value, from: bigint): boolean {
    return this.#facts.some((fact) => {
      if (fact.kind === 'true') return from === 0n && fact.value.shape === shape;
      if (fact.kind !== 'compare' || fact.operator !== '!=') return false;
      const { left, right } = fact;
      return (
        (left.shape === shape && right.constant === from) || (right.shape === shape && left.constant === from)
      );
    });
  }

  #intrinsic(value: Value): Interval {
    const { made, reference, items = [], choices } = value;
    if (typeof value.constant === 'bigint') return { low: value.constant, high: value.constant };
    if (isOnly(value.types, Type.bool)) return { low: 0n, high: 1n };
    if (made !== undefined) return this.#made(made);
    if (choices !== undefined) return this.#either(choices);
    if (isCounted(value)) return notNegative;
    return reference?.kind === 'builtin'
      ? ofBuiltin(reference.name, items, (each) => this.intervalOf(each))
      : everything;
  }

  #made({ operator, left, right }: Arithmetic): Interval {
    // A sum was taken apart before.
    if (operator === '+' || operator === '-') return everything;
    return operated(operator, this.intervalOf(left), this.intervalOf(right));
  }

  #either(choices: readonly Choice[]): Interval {
    if (this.#splits > 2) return everything;
    return widened(choices.map((choice) => this.onWay(choice).intervalOf(choice.value)));
  }
}

const ceiling = (of: bigint, by: bigint): bigint => (of > 0n ? (of + by - 1n) / by : of / by);

/** What is left of a sum without a relation that shares a value with it; of `100 * gap`, what is known of `gap` may count often. */
function restsOf(sum: Linear, relation: Linear): Linear[] {
  const times = [...relation.terms].flatMap(([shape, { factor }]) => {
    const own = sum.terms.get(shape)?.factor ?? 0n;
    return own * factor > 0n ? [1n, own / factor] : [];
  });
  return [...new Set(times)].filter((often) => often > 0n).map((often) => plus(sum, relation, -often));
}
