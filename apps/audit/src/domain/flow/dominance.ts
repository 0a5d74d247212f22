import { once } from '../once.ts';
import type { Flow } from './flow.ts';
import type { Step } from './steps.ts';
import type { Fact } from './values.ts';

/** For each step of a flow, by its number: the nearest step that all ways to it pass, and what that tells. */
interface DominatorTree {
  readonly steps: readonly (Step | undefined)[];
  /** Number of the nearest dominator; the beginning is its own. */
  readonly above: Int32Array;
  /** What holds at a step, once it was asked for: the same list at all steps between two ways. */
  readonly facts: (readonly Fact[] | undefined)[];
}

const treeOf = once((flow: Flow): DominatorTree => immediateDominators(flow));

/** The steps that every way to this one passes, the nearest first. */
export function dominators(flow: Flow, step: Step): Step[] {
  const { steps, above } = treeOf(flow);
  const result: Step[] = [];
  // A step of another flow, whose number means nothing here.
  if (steps[step.id] !== step) return result;
  for (let at = step.id; at > 0;) {
    at = above[at] ?? 0;
    const dominator = steps[at];
    if (dominator !== undefined) result.push(dominator);
  }
  return result;
}

/** What is known to hold whenever this step is reached, the nearest first. */
export function factsAt(flow: Flow, step: Step): readonly Fact[] {
  const { steps, above, facts } = treeOf(flow);
  if (steps[step.id] !== step) return [];
  const open: number[] = [];
  let at = step.id;
  for (; facts[at] === undefined; at = above[at] ?? 0) open.push(at);
  let known = facts[at] ?? [];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const action = steps[above[id] ?? 0]?.action;
    if (action?.kind === 'way' && action.facts.length > 0) known = [...action.facts, ...known];
    facts[id] = known;
  }
  return known;
}

/**
 * Cooper, Harvey, Kennedy: "A Simple, Fast Dominance Algorithm" (2001). Steps are numbered as they run, so that a dominator has the
 * smaller number, and only a loop has a step follow one of a greater number: without loops one round is enough.
 */
function immediateDominators({ steps: reached, begin }: Flow): DominatorTree {
  const count = (reached.at(-1)?.id ?? 0) + 1;
  const steps = new Array<Step | undefined>(count).fill(undefined);
  for (const step of reached) steps[step.id] = step;
  const above = new Int32Array(count).fill(-1);
  above[begin.id] = begin.id;
  let loops = false;
  for (let changed = true; changed;) {
    changed = false;
    for (const step of reached) {
      if (step === begin) continue;
      let nearest = -1;
      for (const { id } of step.previous) {
        if (id >= step.id) loops = true;
        if (id < count && above[id] !== -1) nearest = nearest === -1 ? id : meeting(nearest, id, above);
      }
      if (nearest === above[step.id]) continue;
      above[step.id] = nearest;
      changed = loops;
    }
  }
  const facts = new Array<readonly Fact[] | undefined>(count).fill(undefined);
  // A list of this flow alone: what is worked out of a list is kept by it.
  facts[begin.id] = [];
  return { steps, above, facts };
}

/** Where the ways from the beginning to two steps meet last, as far as they are settled. */
function meeting(one: number, other: number, above: Int32Array): number {
  while (one !== other) {
    while (one > other) one = above[one] ?? 0;
    while (other > one) other = above[other] ?? 0;
  }
  return one;
}
