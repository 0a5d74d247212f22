import type { FunctionModel } from '../model/program.ts';
import { spread } from './spread.ts';
import type { Action, Step } from './steps.ts';
import type { StorageItem, Value } from './values.ts';

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

const stepsByKind = new WeakMap<Flow, ReadonlyMap<Action['kind'], readonly Step[]>>();

/** The steps of one kind, in order. */
export function stepsOf<Kind extends Action['kind']>(flow: Flow, kind: Kind): readonly StepOf<Kind>[] {
  let known = stepsByKind.get(flow);
  if (known === undefined) {
    known = byKind(flow.steps);
    stepsByKind.set(flow, known);
  }
  return (known.get(kind) ?? []) as readonly StepOf<Kind>[];
}

function byKind(steps: readonly Step[]): Map<Action['kind'], Step[]> {
  const lists = new Map<Action['kind'], Step[]>();
  for (const step of steps) {
    const list = lists.get(step.action.kind);
    if (list === undefined) lists.set(step.action.kind, [step]);
    else list.push(step);
  }
  return lists;
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

/** Several rules ask for the same closures one after another; to keep all of a large contract would take a gigabyte. */
const CLOSURES_KEPT = 64;
const closuresBefore = new Map<Step, ReadonlySet<Step>>();
const closuresAfter = new Map<Step, ReadonlySet<Step>>();

/** All steps from which one can be reached. */
export function stepsBefore(to: Step): ReadonlySet<Step> {
  return kept(closuresBefore, to, () => spread(to.previous, 'previous'));
}

/** All steps that can be reached from one. */
export function stepsAfter(from: Step): ReadonlySet<Step> {
  return kept(closuresAfter, from, () => spread(from.next, 'next'));
}

function kept(
  closures: Map<Step, ReadonlySet<Step>>,
  of: Step,
  make: () => ReadonlySet<Step>,
): ReadonlySet<Step> {
  const known = closures.get(of) ?? make();
  closures.delete(of);
  closures.set(of, known);
  const [oldest] = closures.keys();
  if (closures.size > CLOSURES_KEPT && oldest !== undefined) closures.delete(oldest);
  return known;
}
