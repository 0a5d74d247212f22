import type { Flow } from './flow.ts';
import type { Step } from './steps.ts';
import type { Fact } from './values.ts';

/** The steps of a flow in an order in which loops apart each stands behind those before it, and the nearest that all ways to it pass. */
interface DominatorTree {
  readonly order: readonly Step[];
  /** Place in the order by the id of a step; -1 where it is not reached. */
  readonly rank: Int32Array;
  /** Rank of the nearest dominator by rank; the beginning is its own. */
  readonly above: Int32Array;
  /** What holds at the steps that were asked for; many rules ask at the same ones. */
  readonly facts: Map<Step, readonly Fact[]>;
}

const trees = new WeakMap<Flow, DominatorTree>();

function treeOf(flow: Flow): DominatorTree {
  const known = trees.get(flow);
  if (known !== undefined) return known;
  const made = immediateDominators(flow);
  trees.set(flow, made);
  return made;
}

/** The steps that every way to this one passes, the nearest first. */
export function dominators(flow: Flow, step: Step): Step[] {
  const { order, rank, above } = treeOf(flow);
  const result: Step[] = [];
  let at = rank[step.id] ?? -1;
  // A step of another flow, whose number means nothing here.
  if (order[at] !== step) return result;
  while (at > 0) {
    at = above[at] ?? 0;
    const dominator = order[at];
    if (dominator !== undefined) result.push(dominator);
  }
  return result;
}

/** What is known to hold whenever this step is reached. */
export function factsAt(flow: Flow, step: Step): readonly Fact[] {
  const { facts } = treeOf(flow);
  const known = facts.get(step);
  if (known !== undefined) return known;
  const made = dominators(flow, step).flatMap(({ action }) => (action.kind === 'way' ? action.facts : []));
  facts.set(step, made);
  return made;
}

/** Cooper, Harvey, Kennedy: "A Simple, Fast Dominance Algorithm" (2001). */
function immediateDominators(flow: Flow): DominatorTree {
  const order = reversePostorder(flow.begin);
  const rank = new Int32Array(1 + order.reduce((highest, { id }) => Math.max(highest, id), 0)).fill(-1);
  for (const [index, { id }] of order.entries()) rank[id] = index;
  const before = order.map(({ previous }) =>
    previous.map(({ id }) => rank[id] ?? -1).filter((place) => place >= 0),
  );
  const above = new Int32Array(order.length).fill(-1);
  above[0] = 0;
  for (let changed = true; changed;) {
    changed = false;
    for (let place = 1; place < order.length; place += 1) {
      const best = nearestOf(before[place] ?? [], above);
      if (best === above[place]) continue;
      above[place] = best;
      changed = true;
    }
  }
  return { order, rank, above, facts: new Map() };
}

/** Where the ways from the beginning to all of these meet last, as far as they are settled. */
function nearestOf(places: readonly number[], above: Int32Array): number {
  let nearest = -1;
  for (const place of places) {
    if (above[place] === -1) continue;
    if (nearest === -1) nearest = place;
    else {
      let other = place;
      while (nearest !== other) {
        while (nearest > other) nearest = above[nearest] ?? 0;
        while (other > nearest) other = above[other] ?? 0;
      }
    }
  }
  return nearest;
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
