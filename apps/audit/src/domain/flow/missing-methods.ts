import type { ClassModel } from '../model/program.ts';
import { isStep, type StepOf } from './flow.ts';
import type { Step } from './steps.ts';
import { isUncalled } from './uncalled.ts';
import type { StorageItem, Value } from './values.ts';

/** What the containers of the platform can do. What a DictDB cannot be walked through with is another defect than that it lacks it. */
const METHODS: Readonly<Record<StorageItem['kind'], ReadonlySet<string>>> = {
  VarDB: new Set(['get', 'set', 'remove']),
  DictDB: new Set(['remove', 'keys', 'values', 'items']),
  ArrayDB: new Set(['put', 'pop', 'get']),
};

/** A method that the container whose method a step calls does not have, as `append` of an ArrayDB. */
export function missingOfContainer(
  step: Step,
): { readonly item: StorageItem; readonly method: string } | undefined {
  const item = calledItem(step);
  const callee = step.node.kind === 'Call' ? step.node.callee : undefined;
  if (item === undefined || callee?.kind !== 'Attribute') return undefined;
  const method = callee.name;
  return METHODS[item.kind].has(method) || method.startsWith('_') ? undefined : { item, method };
}

/** What is asked for a method although it is one itself, or a function, that was not called before: `self.supply.get()` of a method. */
export function askedUncalled(step: Step): Value | undefined {
  if (!isStep(step, 'platform') || !step.action.name.startsWith('.')) return undefined;
  const [of] = step.action.args;
  const isOwn = of?.reference?.kind === 'function' || of?.reference?.kind === 'method';
  return isOwn && isUncalled(of) ? of : undefined;
}

/** A method of another contract that its interface does not declare: it passes on what it declares, and has nothing else. */
export function missingOfInterface(
  step: StepOf<'external'>,
): { readonly method: string; readonly owner: string; readonly known: readonly string[] } | undefined {
  const { cls, method } = step.action;
  if (cls === undefined || !isClosed(cls)) return undefined;
  const known = cls.order.flatMap(({ methods, variables }) => [...methods.keys(), ...variables.keys()]);
  return known.includes(method) ? undefined : { method, owner: cls.name, known };
}

/** Nobody knows what else an interface has whose base stands elsewhere, or that makes up its methods. */
const isClosed = ({ order, unknownBase }: ClassModel): boolean =>
  !unknownBase &&
  order.every(({ methods, module }) => !methods.has('__getattr__') && module.faults.length === 0);

const NO_METHOD: ReadonlySet<string> = new Set(['iterate', 'length', 'contains', 'whole']);

/** The container whose method a step calls. */
function calledItem(step: Step): StorageItem | undefined {
  // `for each in self.orders_of(shop)` and `len(self.orders_of(shop))` call no method of the list.
  if (isStep(step, 'read') || isStep(step, 'write'))
    return NO_METHOD.has(step.action.how) ? undefined : step.action.item;
  if (!isStep(step, 'platform') || !step.action.name.startsWith('.')) return undefined;
  const reference = step.action.args[0]?.reference;
  return reference?.kind === 'container' ? reference.item : undefined;
}
