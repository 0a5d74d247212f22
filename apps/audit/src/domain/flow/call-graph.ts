import type { ClassModel, FunctionModel } from '../model/program.ts';
import { isStep, type Flow } from './flow.ts';
import type { ExternalCall, Frame, Step, Transfer } from './steps.ts';

/** A function of the package that calls another one. */
export interface InnerCall {
  readonly from: FunctionModel;
  readonly to: FunctionModel;
  /** The first place where it does. */
  readonly at: Step;
  /** `to` is what a decorator puts in front of `from`. */
  readonly wraps: boolean;
}

/** A function of the package that calls another contract, or pays ICX. */
export interface OuterCall {
  readonly from: FunctionModel;
  readonly at: Step;
  readonly action: ExternalCall | Transfer;
}

/** Each call once, in the order in which it is first met. */
export interface CallGraph {
  readonly inner: readonly InnerCall[];
  readonly outer: readonly OuterCall[];
}

/** Who calls whom in these flows, as the concrete class resolves it. */
export function callGraphOf(flows: readonly Flow[]): CallGraph {
  const inner = new Map<FunctionModel, Map<FunctionModel, InnerCall>>();
  const outer = new Map<FunctionModel, Map<string, OuterCall>>();
  const isDecorating = decoratorsOf(flows);
  for (const flow of flows) {
    for (const step of flow.steps) {
      if (isStep(step, 'call')) {
        if (!isDecorating(step.action.fn)) addInner(inner, flow, step, step.action.fn);
      } else if (isStep(step, 'external'))
        addOuter(outer, step, step.action, `${classKey(step.action.cls)} ${step.action.method}`);
      else if (isStep(step, 'transfer')) addOuter(outer, step, step.action, step.action.how);
    }
  }
  return { inner: flattened(inner), outer: flattened(outer) };
}

/** Tells functions that run when a class is made, and put something in front of its methods. */
function decoratorsOf(flows: readonly Flow[]): (fn: FunctionModel) => boolean {
  const functions = new Set(flows.flatMap(({ steps }) => steps.map(({ frame }) => frame.fn)));
  const decorators = new Set<FunctionModel>();
  /** `@only('admin')`: what it makes is the decorator. */
  const factories = new Set<FunctionModel>();
  for (const { target, call } of [...functions].flatMap((fn) => fn.decorators)) {
    if (target.kind !== 'function') continue;
    decorators.add(target.fn);
    if (call !== undefined) factories.add(target.fn);
  }
  return (fn) => decorators.has(fn) || (fn.outer !== undefined && factories.has(fn.outer));
}

function addInner(
  calls: Map<FunctionModel, Map<FunctionModel, InnerCall>>,
  flow: Flow,
  step: Step,
  to: FunctionModel,
): void {
  const { fn: from, depth } = step.frame;
  // To enter is no call, neither at once nor through the wrappers of decorators.
  if (to === flow.entry.fn && !isRunning(step.frame, to)) return;
  const known = calls.get(from) ?? new Map<FunctionModel, InnerCall>();
  calls.set(from, known);
  if (!known.has(to)) known.set(to, { from, to, at: step, wraps: depth === 0 });
}

function isRunning(frame: Frame, fn: FunctionModel): boolean {
  for (let each: Frame | undefined = frame; each !== undefined; each = each.caller)
    if (each.fn === fn && each.depth > 0) return true;
  return false;
}

function addOuter(
  calls: Map<FunctionModel, Map<string, OuterCall>>,
  step: Step,
  action: ExternalCall | Transfer,
  key: string,
): void {
  const { fn: from } = step.frame;
  const known = calls.get(from) ?? new Map<string, OuterCall>();
  calls.set(from, known);
  if (!known.has(key)) known.set(key, { from, at: step, action });
}

const classKey = (cls: ClassModel | undefined): string =>
  cls === undefined ? '' : `${cls.module.path}:${cls.node.start}`;

const flattened = <Call>(calls: ReadonlyMap<FunctionModel, ReadonlyMap<unknown, Call>>): Call[] =>
  [...calls.values()].flatMap((known) => [...known.values()]);
