import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { siteInEntry } from '../../domain/access/site.ts';
import { typesOfAnnotation } from '../../domain/model/annotations.ts';
import { dominators, factsAt } from '../../domain/flow/dominance.ts';
import {
  canReach,
  isStep,
  stepsOf,
  type ContractModel,
  type Flow,
  type StepOf,
} from '../../domain/flow/flow.ts';
import { factLeaves } from '../../domain/flow/uses.ts';
import {
  hasOrigin,
  sourceOf,
  storageOrigins,
  type Fact,
  type StorageItem,
  type Value,
} from '../../domain/flow/values.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
import { agentsOf, type Agents } from '../../domain/token/agents.ts';
import { answersOf, movingFlows, ownersOf, tokenOf, type Token } from '../../domain/token/token.ts';
import { words } from './words.ts';

const REQUIRED: readonly string[] = ['ownerOf', 'approve', 'getApproved', 'transferFrom'];

/** By name, as callers pass them. */
const PARAMETERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ownerOf', ['_tokenId']],
  ['getApproved', ['_tokenId']],
  ['approve', ['_to', '_tokenId']],
  ['transfer', ['_to', '_tokenId']],
  ['transferFrom', ['_from', '_to', '_tokenId']],
]);

const TRANSFER: readonly number[] = [Type.address, Type.address, Type.int];

interface Things {
  readonly owners: StorageItem;
  readonly approvals: StorageItem | undefined;
}

export const rule = defineRule({
  id: 'T12',
  name: 'irc3-compliance',
  severity: 'high',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const token = tokenOf(contract);
      if (!isOfThings(token)) {
        for (const agents of agentsOf(contract)) tellApprovals(contract, agents, report, LESS_SURE);
        continue;
      }
      tellMissing(token, report);
      for (const [name, wanted] of PARAMETERS) tellNames(token.methods.get(name), wanted, report);
      if (token.transferEvent !== undefined) tellEvent(token.transferEvent, report);
      const things = thingsOf(token);
      if (things === undefined) continue;
      const { owners, approvals } = things;
      if (approvals !== undefined) tellApprovals(contract, { owners, approvals }, report);
      for (const flow of movingFlows(contract)) checkFlow(things, flow, report);
    }
  },
});

const isOfThings = ({ standard, methods }: Token): boolean =>
  standard === 'IRC3' && REQUIRED.some((name) => name !== 'ownerOf' && methods.has(name));

const LESS_SURE: Detail = { confidence: 'medium' };

function tellMissing({ contract, methods }: Token, report: Report): void {
  const { name, module, node, unknownBase } = contract.cls;
  const missing = REQUIRED.filter((method) => !methods.has(method));
  if (missing.length === 0 || unknownBase) return;
  const at = { module, node: { start: node.nameStart, end: node.nameStart + name.length } };
  report(at, words.says.missing, { name, methods: missing.join(', ') });
}

/** Callers pass arguments by name: under another one the method cannot be called as the standard says. */
function tellNames(fn: FunctionModel | undefined, wanted: readonly string[], report: Report): void {
  if (fn?.external === undefined) return;
  const { node, module, name: method } = fn;
  const names = node.parameters.slice(1).map(({ name }) => name);
  const other = wanted.find((name) => !names.includes(name));
  if (other === undefined) return;
  const at = { module, node: { start: node.nameStart, end: node.nameStart + method.length } };
  report(at, words.says.name, { method, parameter: other });
}

/** Whoever looks for the event knows it by its name and the types of its parameters. */
function tellEvent({ node, module, name: method }: FunctionModel, report: Report): void {
  const parameters = node.parameters.slice(1);
  const differs = parameters.some(({ annotation }, place) => {
    const types = typesOfAnnotation(annotation);
    return types !== 0 && types !== TRANSFER[place];
  });
  if (parameters.length === TRANSFER.length && !differs) return;
  const at = { module, node: { start: node.nameStart, end: node.nameStart + method.length } };
  const got = parameters.map((parameter) => sourceOf(module, parameter)).join(', ');
  report(at, words.says.event, { got });
}

/** Where it is kept who owns a thing, and who may take it besides. */
function thingsOf({ contract }: Token): Things | undefined {
  const owners = ownersOf(contract);
  const approved = addressesIn(answersOf(contract, 'getApproved'));
  const approving = contract.flows
    .filter(({ entry }) => entry.fn.name === 'approve')
    .flatMap((flow) => stepsOf(flow, 'write').map(({ action }) => action.item));
  const approvals = [...approved, ...approving].find(
    (item) => item !== owners && isOnly(item.valueType, Type.address),
  );
  return owners === undefined ? undefined : { owners, approvals };
}

const addressesIn = (answers: readonly Value[]): StorageItem[] =>
  answers
    .flatMap(storageOrigins)
    .filter(({ kind, valueType }) => kind === 'DictDB' && isOnly(valueType, Type.address));

/** Where the owner is written, once; where some method clears the approval before it calls the helper that does, in those that do not. */
function tellApprovals(
  contract: ContractModel,
  { owners, approvals }: Agents,
  report: Report,
  detail?: Detail,
): void {
  const changes = movingFlows(contract).flatMap((flow) => {
    const changed = changeIn(flow, owners);
    return changed === undefined ? [] : [{ flow, changed, isLeft: leavesApproval(flow, changed, approvals) }];
  });
  const cleared = new Set(changes.flatMap(({ changed, isLeft }) => (isLeft ? [] : [changed.node])));
  for (const { flow, changed, isLeft } of changes) {
    if (!isLeft) continue;
    const isOfHelper = !cleared.has(changed.node);
    const given = { method: (isOfHelper ? changed.frame : flow.entry).fn.name, item: approvals.name };
    report(isOfHelper ? changed : siteInEntry(flow, changed), words.says.approval, given, detail);
  }
}

/** Where an entry point gives a thing that has an owner to another one. */
function changeIn(flow: Flow, owners: StorageItem): StepOf<'write'> | undefined {
  if (flow.entry.kind !== 'external') return undefined;
  const changed = stepsOf(flow, 'write').find(
    ({ action }) => action.item === owners && action.value !== undefined,
  );
  return changed === undefined || isNew(flow, changed, owners) || !isNamed(changed) ? undefined : changed;
}

function checkFlow({ owners, approvals }: Things, flow: Flow, report: Report): void {
  const changed = changeIn(flow, owners);
  if (changed === undefined) return;
  const { fn } = flow.entry;
  const at = {
    module: fn.module,
    node: { start: fn.node.nameStart, end: fn.node.nameStart + fn.name.length },
  };
  const from = fn.node.parameters.find(({ name }) => name === '_from' || name === 'from_')?.name;
  if (from !== undefined && !isComparedWith(flow, changed, from, owners))
    report(at, words.says.from, { method: fn.name, parameter: from });
  const bound = approvals === undefined ? undefined : boundReceiver(flow, changed, approvals);
  if (approvals !== undefined && bound !== undefined)
    report(bound, words.says.receiver, { method: fn.name, item: approvals.name });
}

/** Where whoever receives the thing has to be the one who was approved, who in the standard is the one who calls. */
const boundReceiver = (
  flow: Flow,
  changed: StepOf<'write'>,
  approvals: StorageItem,
): StepOf<'way'> | undefined =>
  dominators(flow, changed).find(
    (step): step is StepOf<'way'> =>
      isStep(step, 'way') &&
      step.action.facts.some((fact) => {
        if (fact.kind !== 'compare' || fact.operator !== '==') return false;
        const sides = [fact.left, fact.right];
        return (
          sides.some(({ read }) => read?.item === approvals) &&
          sides.some(({ shape }) => shape === changed.action.value?.shape && shape.startsWith('parameter '))
        );
      }),
  );

/** The caller says which thing it is; a number that is counted up is a new one. */
const isNamed = ({ action }: StepOf<'write'>): boolean =>
  action.keys.some((key) => hasOrigin(key, 'parameter', 'argument', 'json'));

/** Nobody owns it yet, so nobody has approved anything. */
const isNew = (flow: Flow, changed: StepOf<'write'>, owners: StorageItem): boolean =>
  factsAt(flow, changed)
    .flatMap(factLeaves)
    .some((fact) => {
      if (isUnset(fact, owners)) return true;
      if (fact.kind !== 'compare' || (fact.operator !== 'is' && fact.operator !== '==')) return false;
      const [one, other] = [fact.left, fact.right];
      return (
        (one.read?.item === owners && other.origins.size === 0) ||
        (other.read?.item === owners && one.origins.size === 0)
      );
    });

function leavesApproval({ begin }: Flow, changed: StepOf<'write'>, approvals: StorageItem): boolean {
  const clears = (step: Parameters<typeof isStep>[0]) =>
    (isStep(step, 'write') && step.action.item === approvals) ||
    (isStep(step, 'way') && step.action.facts.some((fact) => isUnset(fact, approvals)));
  const comes = canReach(begin, (step) => step === changed, clears) !== undefined;
  return comes && canReach(changed, (step) => isStep(step, 'exit'), clears) !== undefined;
}

/** Nothing is kept there: of `if id in approvals: del approvals[id]` the other way, on which nobody was approved. */
function isUnset(fact: Fact, item: StorageItem): boolean {
  if (fact.kind === 'one of')
    return fact.choices.every((choice) => choice.some((each) => isUnset(each, item)));
  if (fact.kind !== 'compare') return fact.kind === 'false' && fact.value.read?.item === item;
  const { operator, left, right } = fact;
  if (operator === 'not in') return right.reference?.kind === 'container' && right.reference.item === item;
  if (operator !== 'is' && operator !== '==') return false;
  return (
    (left.read?.item === item && right.constant === null) ||
    (right.read?.item === item && left.constant === null)
  );
}

function isComparedWith(
  flow: Flow,
  changed: StepOf<'write'>,
  parameter: string,
  owners: StorageItem,
): boolean {
  return factsAt(flow, changed)
    .flatMap(factLeaves)
    .some((fact) => {
      if (fact.kind !== 'compare' || fact.operator !== '==') return false;
      const sides = [fact.left, fact.right];
      return (
        sides.some(({ shape }) => shape === `parameter ${parameter}`) &&
        sides.some((side) => storageOrigins(side).includes(owners))
      );
    });
}
