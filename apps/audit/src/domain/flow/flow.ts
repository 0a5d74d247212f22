import type { FunctionModel } from '../model/program.ts';
import type { Action, Step } from './steps.ts';
import type { Fact, StorageItem, Value } from './values.ts';

/** Where a contract is entered, or a function that no entry point was seen to reach. */
export interface EntryPoint {
  readonly fn: FunctionModel;
  readonly kind: 'external' | 'readonly' | 'fallback' | 'install' | 'update' | 'constructor' | 'unreached';
  readonly payable: boolean;
}

/** All that one entry point does, unrolled. */
export interface Flow {
  readonly entry: EntryPoint;
  /** The steps that can be reached, in the order of the source as it runs. */
  readonly steps: readonly Step[];
  readonly begin: Step;
  /** Too much was called to unroll all of it. */
  readonly cut: boolean;
}

/** A contract as its concrete class is, with everything that its entry points do. */
export interface ContractModel {
  readonly cls: FunctionModel['owner'] & object;
  /** The attributes that its constructor makes. */
  readonly fields: ReadonlyMap<string, Value>;
  readonly items: readonly StorageItem[];
  readonly flows: readonly Flow[];
}

export type StepOf<Kind extends Action['kind']> = Step & { readonly action: Extract<Action, { kind: Kind }> };

export const isStep = <Kind extends Action['kind']>(step: Step, kind: Kind): step is StepOf<Kind> =>
  step.action.kind === kind;

/** The steps of one kind, in order. */
export function stepsOf<Kind extends Action['kind']>(flow: Flow, kind: Kind): StepOf<Kind>[] {
  return flow.steps.filter((step): step is StepOf<Kind> => step.action.kind === kind);
}

/** Whether some way leads from one step to another, past none of the steps to avoid. The first step itself does not count. */
export function canReach(
  from: Step,
  to: (step: Step) => boolean,
  avoid: (step: Step) => boolean = () => false,
): Step | undefined {
  const seen = new Set<Step>();
  const waiting = [...from.next];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (seen.has(step)) continue;
    seen.add(step);
    if (avoid(step)) continue;
    if (to(step)) return step;
    waiting.push(...step.next);
  }
  return undefined;
}

/** All steps from which one can be reached. */
export function stepsBefore(to: Step): ReadonlySet<Step> {
  return closure(to, ({ previous }) => previous);
}

/** All steps that can be reached from one. */
export function stepsAfter(from: Step): ReadonlySet<Step> {
  return closure(from, ({ next }) => next);
}

function closure(from: Step, neighbours: (step: Step) => readonly Step[]): ReadonlySet<Step> {
  const seen = new Set<Step>();
  const waiting = [...neighbours(from)];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (seen.has(step)) continue;
    seen.add(step);
    waiting.push(...neighbours(step));
  }
  return seen;
}

const dominatorsOf = new WeakMap<Flow, ReadonlyMap<Step, Step>>();

/** The steps that every way to this one passes, the nearest first. */
export function dominators(flow: Flow, step: Step): Step[] {
  let tree = dominatorsOf.get(flow);
  if (tree === undefined) {
    tree = immediateDominators(flow);
    dominatorsOf.set(flow, tree);
  }
  const result: Step[] = [];
  for (let above = tree.get(step); above !== undefined; above = tree.get(above)) result.push(above);
  return result;
}

/** What is known to hold whenever this step is reached. */
export function factsAt(flow: Flow, step: Step): Fact[] {
  return dominators(flow, step).flatMap(({ action }) => (action.kind === 'way' ? action.facts : []));
}

/** Cooper, Harvey, Kennedy: "A Simple, Fast Dominance Algorithm" (2001). */
function immediateDominators(flow: Flow): Map<Step, Step> {
  const order = reversePostorder(flow.begin);
  const rank = new Map(order.map((step, index) => [step, index]));
  const rankOf = (step: Step) => rank.get(step) ?? 0;
  const tree = new Map<Step, Step>();
  const meet = (left: Step, right: Step): Step => {
    let [a, b] = [left, right];
    while (a !== b) {
      while (rankOf(a) > rankOf(b)) a = tree.get(a) ?? flow.begin;
      while (rankOf(b) > rankOf(a)) b = tree.get(b) ?? flow.begin;
    }
    return a;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const step of order) {
      if (step === flow.begin) continue;
      const known = step.previous.filter((previous) => previous === flow.begin || tree.has(previous));
      const [first, ...rest] = known;
      if (first === undefined) continue;
      const best = rest.reduce(meet, first);
      if (tree.get(step) === best) continue;
      tree.set(step, best);
      changed = true;
    }
  }
  return tree;
}

function reversePostorder(begin: Step): Step[] {
  const order: Step[] = [];
  const seen = new Set<Step>([begin]);
  const stack: { readonly step: Step; at: number }[] = [{ step: begin, at: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const next = top.step.next[top.at];
    top.at += 1;
    if (next === undefined) {
      order.push(top.step);
      stack.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      stack.push({ step: next, at: 0 });
    }
  }
  return order.reverse();
}
