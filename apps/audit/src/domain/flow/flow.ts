import type { FunctionModel } from '../model/program.ts';
import { spread, type Steps } from './spread.ts';
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
  /** The same by the kind of what happens. */
  readonly byKind: StepsByKind;
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
  /** Those of them that rules judge: all, or those that an edit has touched. The others say what else the contract does. */
  readonly judged: readonly Flow[];
  /** The object that all of them run for. */
  readonly self: Value;
}

export type StepOf<Kind extends Action['kind']> = Step & { readonly action: Extract<Action, { kind: Kind }> };

export const isStep = <Kind extends Action['kind']>(step: Step, kind: Kind): step is StepOf<Kind> =>
  step.action.kind === kind;

/** The steps of one kind, in order. */
export const stepsOf = <Kind extends Action['kind']>(flow: Flow, kind: Kind): readonly StepOf<Kind>[] =>
  flow.byKind[kind];

export type StepsByKind = { readonly [Kind in Action['kind']]: readonly StepOf<Kind>[] };

/** Every kind has a list, so that all flows are of one shape: they are asked for a kind some hundred times each. */
export function groupedByKind(steps: readonly Step[]): StepsByKind {
  const lists: Record<Action['kind'], Step[]> = {
    enter: [],
    exit: [],
    branch: [],
    way: [],
    loop: [],
    handler: [],
    call: [],
    return: [],
    raise: [],
    read: [],
    write: [],
    external: [],
    transfer: [],
    event: [],
    arithmetic: [],
    identity: [],
    platform: [],
    put: [],
    attribute: [],
  };
  for (const step of steps) lists[step.action.kind].push(step);
  return lists as { [Kind in Action['kind']]: StepOf<Kind>[] };
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
const closuresBefore = new Map<Step, Steps>();
const closuresAfter = new Map<Step, Steps>();

/** All steps from which one can be reached. */
export function stepsBefore(to: Step): Steps {
  return kept(closuresBefore, to, () => spread(to.previous, 'previous'));
}

/** All steps that can be reached from one. */
export function stepsAfter(from: Step): Steps {
  return kept(closuresAfter, from, () => spread(from.next, 'next'));
}

function kept(closures: Map<Step, Steps>, of: Step, make: () => Steps): Steps {
  const known = closures.get(of) ?? make();
  closures.delete(of);
  closures.set(of, known);
  const [oldest] = closures.keys();
  if (closures.size > CLOSURES_KEPT && oldest !== undefined) closures.delete(oldest);
  return known;
}
