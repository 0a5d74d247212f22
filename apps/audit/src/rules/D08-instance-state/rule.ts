import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { isStep, type ContractModel, type StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf, type Value } from '../../domain/flow/values.ts';
import { findMethod, type ClassModel } from '../../domain/model/program.ts';
import { Type } from '../../domain/model/types.ts';
import { writePlaces, type WritePlace } from '../../domain/model/writes.ts';
import type { Expression } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'D08',
  name: 'instance-state',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C17'],
  words,
  check({ contracts, facts }, report) {
    for (const contract of contracts) {
      checkContract(contract, report);
      for (const place of writePlaces(facts)) checkNested(contract, place, report);
    }
  },
});

function checkContract(contract: ContractModel, report: Report): void {
  const lasting = lastingFields(contract);
  for (const flow of contract.judged) {
    if (flow.entry.kind === 'constructor') continue;
    for (const step of flow.steps) {
      if (isStep(step, 'platform')) checkSetattr(contract, step, report);
      if (!isStep(step, 'attribute') || isHandle(step.action.value)) continue;
      if (step.action.how === 'set') checkAssignment(contract, lasting, step, report);
      else if (lasting.has(step.action.of) && !isGivenDatabase(contract, step.action.of))
        tellChange(step, report);
    }
  }
}

/** An object of a class that is not in the package, made with the database: what is put into it goes there, as a rule. */
function isGivenDatabase({ cls }: ContractModel, { node, types, reference }: Value): boolean {
  if (node.kind !== 'Call' || types !== 0 || reference !== undefined) return false;
  const database = findMethod(cls, '__init__')?.node.parameters[1]?.name;
  return [...node.args, ...node.keywords.map(({ value }) => value)].some(
    (given) =>
      (given.kind === 'Name' && given.id === database) || (given.kind === 'Attribute' && given.name === 'db'),
  );
}

/** A container, or an object that only holds containers: making it anew, or keeping it for the next call, changes nothing. */
function isHandle({ reference }: Value, depth = 0): boolean {
  if (reference?.kind === 'container' || reference?.kind === 'database') return true;
  if (reference?.kind !== 'instance' || reference.cls.role === 'contract' || depth > 3) return false;
  const fields = [...reference.fields.values()];
  return (
    fields.some((field) => isHandle(field, depth + 1)) &&
    fields.every((field) => isHandle(field, depth + 1) || isSettled(field))
  );
}

/** What was given when the object was made, and what nobody can fill. */
const isSettled = ({ types, reference }: Value): boolean =>
  reference?.kind === 'instance' || (types & (Type.list | Type.dict | Type.set)) === 0;

/** All that lives as long as the contract's object does: what its attributes hold, and the attributes of those. */
function lastingFields({ fields }: ContractModel): ReadonlySet<Value> {
  const lasting = new Set<Value>();
  const waiting = [fields];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    for (const field of each.values()) {
      if (lasting.has(field)) continue;
      lasting.add(field);
      if (field.reference?.kind === 'instance') waiting.push(field.reference.fields);
    }
  }
  return lasting;
}

function checkAssignment(
  contract: ContractModel,
  lasting: ReadonlySet<Value>,
  step: StepOf<'attribute'>,
  report: Report,
): void {
  const { of, name } = step.action;
  if (!isContract(contract, of) && !lasting.has(of)) return;
  // That a container is lost by it is the worse of the two, and S01's.
  if (of.reference?.kind === 'instance' && of.reference.fields.get(name)?.reference?.kind === 'container')
    return;
  if (of.reference?.kind === 'instance' && decidesItself(of.reference.cls, name)) return;
  tellAssignment(step, sourceOf(step.module, step.node), step.action.value, report);
}

/** A list or dict inside the one that an attribute holds: `self.x[a][b] = 1`, `self.x[a].append(1)`. */
function checkNested(contract: ContractModel, { found, target, how }: WritePlace, report: Report): void {
  const { fn } = found;
  if (
    how !== 'change' ||
    target.kind !== 'Subscript' ||
    fn?.owner === undefined ||
    !contract.cls.order.includes(fn.owner)
  )
    return;
  const name = attributeIn(target);
  const field = name === undefined ? undefined : contract.fields.get(name);
  const types = field?.types ?? 0;
  // What stands in a container that it holds is storage.
  if (field?.element !== undefined && isHandle(field.element)) return;
  if (name === undefined || types === 0 || (types & ~(Type.list | Type.dict)) !== 0) return;
  const runs = contract.flows.some(
    ({ entry, steps }) => entry.kind !== 'constructor' && steps.some(({ frame }) => frame.fn === fn),
  );
  if (runs)
    report(found, words.says.mutate, { attribute: `self.${name}`, call: sourceOf(found.module, found.node) });
}

function attributeIn(node: Expression): string | undefined {
  if (node.kind === 'Subscript') return attributeIn(node.value);
  return node.kind === 'Attribute' && node.value.kind === 'Name' && node.value.id === 'self'
    ? node.name
    : undefined;
}

/** A property with a setter, a descriptor and `__setattr__` say themselves what becomes of a value: they write storage, as a rule. */
function decidesItself(cls: ClassModel, name: string): boolean {
  if (findMethod(cls, name)?.binding === 'property' || findMethod(cls, '__setattr__') !== undefined)
    return true;
  return cls.order.some(({ variables }) => variables.get(name)?.kind === 'Call');
}

/** `setattr(self, 'name', value)` with a name that is written out. */
function checkSetattr(contract: ContractModel, step: StepOf<'platform'>, report: Report): void {
  const [of, name, value] = step.action.args;
  if (step.action.name !== 'setattr' || of === undefined || value === undefined || !isContract(contract, of))
    return;
  if (typeof name?.constant === 'string' && !isHandle(value))
    tellAssignment(step, `self.${name.constant}`, value, report);
}

const isContract = ({ cls }: ContractModel, { reference }: Value): boolean =>
  reference?.kind === 'instance' && reference.cls === cls;

function tellAssignment(step: Step, attribute: string, value: Value, report: Report): void {
  report(step, words.says.assign, { attribute, method: step.frame.fn.name }, detailOf(value));
}

function tellChange(step: StepOf<'attribute'>, report: Report): void {
  const given = { attribute: `self.${step.action.name}`, call: sourceOf(step.module, step.node) };
  report(step, words.says.mutate, given, detailOf(step.action.value));
}

/** An interface that is made anew before each use is the same on all nodes: it is bad style until somebody forgets to. */
const detailOf = ({ reference }: Value): Detail =>
  reference?.kind === 'contract' ? { severity: 'medium', confidence: 'medium' } : {};
