import type { Flow } from '../flow/flow.ts';
import type { Frame, Step } from '../flow/steps.ts';
import type { Fact } from '../flow/values.ts';
import type { FunctionModel } from '../model/program.ts';
import type { Node } from '../python/tree.ts';

/** A place in the source. */
export type Site = Pick<Step, 'module' | 'node'>;

/** A place where something is asked, and the call of the function in which it stands. */
export type QuestionSite = Pick<Step, 'module' | 'node' | 'frame'>;

/** As `siteInEntry`, each call of a helper once, whatever it does besides; undefined the second time. */
export function sitesInEntry(flow: Flow): (step: Step) => Site | undefined {
  const told = new Set<Site['node']>();
  return (step) => {
    const site = siteInEntry(flow, step);
    if (site.node !== step.node && told.has(site.node)) return undefined;
    told.add(site.node);
    return site;
  };
}

/**
 * Where a step happens as the entry point sees it: itself, or the call of the helper that does it. A helper that many share has no
 * fault of its own where one of them comes to it without a check.
 */
export const siteInEntry = ({ entry }: Flow, step: Step): Site =>
  climb(step, ({ fn }) => fn === entry.fn) ?? step;

/** Where a step happens within a function that is running: itself, or the call that leads to it. */
export function siteIn(frame: Frame, step: Step): Site {
  const around = new Set<FunctionModel>();
  for (let each: Frame | undefined = frame; each !== undefined; each = each.caller) around.add(each.fn);
  return climb(step, (each) => each === frame) ?? climb(step, ({ fn }) => around.has(fn)) ?? step;
}

/**
 * Where a condition is written that holds on a way: `require(state == OPEN)` asks in the helper what stands in the caller, who decides
 * what is asked.
 */
export function questionAt(way: Step, fact: Fact): QuestionSite {
  const node = fact.kind === 'one of' ? undefined : fact.kind === 'compare' ? fact.node : fact.value.node;
  let { module, frame } = way;
  let at: Node = way.node;
  while (node !== undefined && frame.call !== undefined && frame.caller !== undefined) {
    if (contains(frame.fn.node, node) || !contains(frame.call.node, node)) break;
    ({ module, node: at } = frame.call);
    frame = frame.caller;
  }
  return { node: at, module, frame };
}

const contains = (outer: Node, inner: Node): boolean => outer.start <= inner.start && inner.end <= outer.end;

/**
 * Where a question fails to keep out what happens behind it: where it is asked by the function that does it, or that comes to it; of a
 * question in a helper of its own, what the function does that calls both.
 */
export function siteOfQuestion(asked: QuestionSite, behind: Step): Site {
  if (isAround(asked.frame, behind.frame)) return asked;
  for (let frame = asked.frame.caller; frame !== undefined; frame = frame.caller)
    if (isAround(frame, behind.frame)) return siteIn(frame, behind);
  return behind;
}

function isAround(outer: Frame, inner: Frame): boolean {
  for (let frame: Frame | undefined = inner; frame !== undefined; frame = frame.caller)
    if (frame === outer) return true;
  return false;
}

/** From a step outwards to the first frame of a kind; undefined where there is none. */
function climb(step: Step, isWanted: (frame: Frame) => boolean): Site | undefined {
  let at: Site = step;
  for (let frame: Frame | undefined = step.frame; frame !== undefined; frame = frame.caller) {
    if (isWanted(frame)) return at;
    if (frame.call === undefined) return undefined;
    at = frame.call;
  }
  return undefined;
}
