import { typesOfAnnotation } from '../model/annotations.ts';
import {
  allMethods,
  outermost,
  type ClassModel,
  type FunctionModel,
  type Program,
} from '../model/program.ts';
import { Type } from '../model/types.ts';
import type { Call } from '../python/tree.ts';
import { inOrder, noArguments } from './arguments.ts';
import { Budget } from './budget.ts';
import { Executor } from './execute.ts';
import { groupedByKind, type ContractModel, type EntryPoint, type Flow } from './flow.ts';
import { functionsOf } from './functions-of.ts';
import { ENTRY_LIMITS, itemKey, type UnrollLimits, type World } from './machine.ts';
import { forgetReassigned, isForgottenAsBefore } from './reassigned.ts';
import type { Frame, Step } from './steps.ts';
import { value, type Value } from './values.ts';

/** Unrolls one entry point for an object of a class. */
class EntryExecutor extends Executor {
  readonly begin: Step;

  constructor(world: World, entry: EntryPoint, cls: ClassModel | undefined) {
    const frame: Frame = {
      fn: entry.fn,
      cls,
      caller: undefined,
      call: undefined,
      given: noArguments,
      closure: undefined,
      depth: 0,
    };
    super(world, frame);
    this.begin = this.append({ kind: 'enter' }, entry.fn.node);
    this.heads = [this.begin];
  }

  /** Runs the constructor, which makes the attributes of `self`. */
  construct(self: Value, database: Value): void {
    const call = callOf(this.frame.fn);
    this.constructing = true;
    const fields = this.invoke(
      { kind: 'function', fn: this.frame.fn, self, closure: undefined, raw: true },
      inOrder(database),
      call,
    );
    this.constructing = false;
    this.finish(fields);
  }

  enter(entry: EntryPoint, self: Value | undefined): void {
    const parameters = self === undefined ? entry.fn.node.parameters : entry.fn.node.parameters.slice(1);
    const kind = entry.kind === 'unreached' ? 'argument' : 'parameter';
    const values: Value[] = [];
    const keywords = new Map<string, Value>();
    for (const parameter of parameters) {
      if (parameter.style === 'variadic' || parameter.style === 'keywords') continue;
      const { name } = parameter;
      const types = typesOfAnnotation(parameter.annotation);
      const optional = parameter.default?.kind === 'Constant' && parameter.default.value === null;
      const given = value(parameter, {
        types: types !== 0 && optional ? types | Type.none : types,
        origins: new Set([{ kind, name }]),
        shape: `parameter ${name}`,
        element: value(parameter, { origins: new Set([{ kind, name }]) }),
      });
      if (parameter.style === 'keyword-only') keywords.set(name, given);
      else values.push(given);
    }
    const result = this.invoke(
      { kind: 'function', fn: entry.fn, self, closure: undefined, raw: false },
      { values, keywords },
      callOf(entry.fn),
    );
    this.finish(result);
  }

  protected finish(result: Value): void {
    if (!this.dead) this.append({ kind: 'exit' }, result.node);
    this.settleAccount();
  }
}

/** The call that entering a function is. */
const callOf = ({ node }: FunctionModel): Call => ({
  kind: 'Call',
  callee: { kind: 'Name', id: node.name, start: node.nameStart, end: node.nameStart + node.name.length },
  args: [],
  keywords: [],
  start: node.nameStart,
  end: node.nameStart + node.name.length,
});

/** Everything that a contract does: its constructor, its entry points, and the methods that none of them reaches. */
export function buildContract(
  program: Program,
  cls: ClassModel,
  budget = new Budget(program.package),
): ContractModel {
  const world: World = { program, items: new Map(), limits: ENTRY_LIMITS, budget };
  const made = construct(world, cls, allMethods(cls).get('__init__'));
  return contractOf(world, cls, made, (entry) => unroll(world, entry, cls, made.self));
}

/**
 * The contract after a function was edited that its constructor does not run: flows that do not pass through it stay as they are, and
 * the others are judged. Undefined where the constructor runs it, or what is known of the attributes it makes changes, as all others build
 * on that.
 */
export function rebuildContract(
  program: Program,
  before: ContractModel,
  edited: FunctionModel,
): ContractModel | undefined {
  const { cls, self, fields } = before;
  const items = new Map(before.items.map((item) => [itemKey(item), item]));
  const world: World = { program, items, limits: ENTRY_LIMITS, budget: new Budget(program.package) };
  const untouched = new Map(
    before.flows.flatMap((flow) => (runs(flow, edited) ? [] : [[flow.entry.fn, flow] as const])),
  );
  const constructor = before.flows.find(({ entry }) => entry.kind === 'constructor');
  if (constructor !== undefined && !untouched.has(constructor.entry.fn)) return undefined;
  if (!isForgottenAsBefore(cls, fields, isRunBy(constructor))) return undefined;
  const judged: Flow[] = [];
  const contract = contractOf(world, cls, { self, fields, flow: constructor }, (entry) => {
    const known = untouched.get(entry.fn);
    if (known?.entry.kind === entry.kind) return known;
    const flow = unroll(world, entry, cls, self);
    judged.push(flow);
    return flow;
  });
  return { ...contract, judged };
}

/** Whether a function, or one inside it, runs for an entry point. */
export const runs = (flow: Flow, fn: FunctionModel): boolean =>
  [...functionsOf(flow)].some((each) => outermost(each) === fn);

function contractOf(
  world: World,
  cls: ClassModel,
  { self, fields, flow }: Made,
  flowOfEntry: (entry: EntryPoint) => Flow,
): ContractModel {
  const methods = allMethods(cls);
  const flows = flow === undefined ? [] : [flow];
  const named = [...methods.values()].flatMap((fn): EntryPoint[] => {
    const kind = kindOf(fn);
    return kind === undefined ? [] : [{ fn, kind, payable: fn.payable }];
  });
  for (const entry of named) flows.push(flowOfEntry(entry));
  const reached = new Set<FunctionModel>();
  for (const flow of flows) addReached(reached, flow);
  for (const fn of methods.values()) {
    if (reached.has(fn) || fn.declared || fn.event !== undefined || fn.name.startsWith('__')) continue;
    const rest = flowOfEntry({ fn, kind: 'unreached', payable: false });
    flows.push(rest);
    addReached(reached, rest);
  }
  return { cls, fields, self, items: [...world.items.values()], flows, judged: flows };
}

/** Adds the functions that a flow runs. */
export function addReached(reached: Set<FunctionModel>, { steps }: Flow): void {
  let last: FunctionModel | undefined;
  for (const { frame } of steps) {
    if (frame.fn === last) continue;
    last = frame.fn;
    reached.add(last);
  }
}

/** A function outside contracts, such as one of a helper module that no contract here calls. */
export function buildLoose(program: Program, fn: FunctionModel, limits: UnrollLimits, budget: Budget): Flow {
  const world: World = { program, items: new Map(), limits, budget };
  const self = fn.owner === undefined ? undefined : objectOf(fn.owner, fn);
  return unroll(
    world,
    { fn, kind: 'unreached', payable: false },
    fn.owner,
    fn.binding === 'static' ? undefined : self,
  );
}

const objectOf = (cls: ClassModel, fn: FunctionModel): Value =>
  value(fn.node, {
    types: Type.object,
    reference: { kind: 'instance', cls, fields: new Map() },
    shape: 'self',
  });

/** What a constructor makes. */
interface Made extends Pick<ContractModel, 'self' | 'fields'> {
  readonly flow: Flow | undefined;
}

function construct(world: World, cls: ClassModel, constructor: FunctionModel | undefined): Made {
  const fields = new Map<string, Value>();
  const self = value(cls.node, {
    types: Type.object,
    reference: { kind: 'instance', cls, fields },
    shape: 'self',
  });
  if (constructor === undefined) return { self, fields, flow: undefined };
  const entry: EntryPoint = { fn: constructor, kind: 'constructor', payable: false };
  const executor = new EntryExecutor(world, entry, cls);
  executor.construct(self, value(constructor.node, { reference: { kind: 'database', prefix: '' } }));
  const flow = flowOf(executor, entry);
  forgetReassigned(cls, fields, isRunBy(flow));
  return { self, fields, flow };
}

const isRunBy =
  (flow: Flow | undefined) =>
  (fn: FunctionModel): boolean =>
    flow !== undefined && functionsOf(flow).has(fn);

function unroll(world: World, entry: EntryPoint, cls: ClassModel | undefined, self: Value | undefined): Flow {
  const executor = new EntryExecutor(world, entry, cls);
  executor.enter(entry, self);
  return flowOf(executor, entry);
}

function flowOf(executor: EntryExecutor, entry: EntryPoint): Flow {
  const reachable = new Uint8Array(executor.steps.length);
  const waiting = [executor.begin];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (reachable[step.id] === 1) continue;
    reachable[step.id] = 1;
    waiting.push(...step.next);
  }
  const steps = executor.steps.filter(({ id }) => reachable[id] === 1);
  return {
    entry,
    steps,
    byKind: groupedByKind(steps),
    begin: executor.begin,
    cut: executor.cut,
  };
}

function kindOf(fn: FunctionModel): EntryPoint['kind'] | undefined {
  if (fn.name === 'on_install') return 'install';
  if (fn.name === 'on_update') return 'update';
  if (fn.name === 'fallback' && fn.external === undefined) return 'fallback';
  if (fn.external === undefined) return undefined;
  return fn.external.readonly ? 'readonly' : 'external';
}
