import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { asksWho, isUnasked } from '../../domain/access/asked.ts';
import { isOutgoing } from '../../domain/access/callee.ts';
import { forksOf, isReverted } from '../../domain/access/forks.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { addReached } from '../../domain/flow/contract.ts';
import { isStep, type Flow } from '../../domain/flow/flow.ts';
import type { StorageItem } from '../../domain/flow/values.ts';
import { commentedDecorators } from '../../domain/model/commented-decorators.ts';
import { outermost, type FunctionModel } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'A06',
  name: 'unused-guard',
  severity: 'medium',
  confidence: 'medium',
  checklist: [],
  words,
  check(subject, report) {
    checkMethods(subject, report);
    checkDecorators(subject, report);
    checkCommented(subject, report);
  },
});

/** Methods that only ask who calls and revert, and that no entry point of any contract reaches. */
function checkMethods({ contracts, facts }: Subject, report: Report): void {
  const flows = contracts.flatMap((contract) => contract.flows);
  const guards = flows.filter(
    (flow) => flow.entry.kind === 'unreached' && flow.entry.fn.external === undefined && isGuard(flow),
  );
  if (guards.length === 0 || !flows.some(isGuarded)) return;
  const used = new Set<FunctionModel>();
  for (const flow of flows) if (flow.entry.kind !== 'unreached') addReached(used, flow);
  const asked = new Set(flows.filter(isGuarded).flatMap(officesOf));
  for (const guard of guards) {
    const { fn } = guard.entry;
    if (used.has(fn)) continue;
    const isNamed = facts
      .of('Attribute')
      .some(({ node, fn: around }) => node.name === fn.name && around !== fn);
    const offices = officesOf(guard);
    const isDouble = offices.length > 0 && offices.every((office) => asked.has(office));
    if (!isNamed) report(nameOf(fn), words.says.method, { guard: fn.name }, isDouble ? DOUBLE : {});
  }
}

/** The same account is asked for where that is due, by a decorator or in place: nothing is missing. */
const DOUBLE: Detail = { severity: 'info' };

/** Stored accounts that a flow asks for. */
const officesOf = (flow: Flow): StorageItem[] =>
  forksOf(flow, false).flatMap(({ guards }) =>
    guards.flatMap(({ against }) => (against.kind === 'storage' ? [against.item] : [])),
  );

const isGuarded = (flow: Flow): boolean =>
  flow.entry.kind === 'external' && forksOf(flow, false).some(({ others }) => others.every(isReverted));

/** Lets those go on whom it asks for, refuses the rest, and does nothing else. */
function isGuard({ steps }: Flow): boolean {
  if (
    steps.some(
      ({ action }) => action.kind === 'write' || action.kind === 'transfer' || action.kind === 'event',
    )
  )
    return false;
  return steps.some(
    (step) =>
      isStep(step, 'way') &&
      step.action.facts.some(asksWho) &&
      step.previous.some(({ next }) => next.some((other) => other !== step && isReverted(other))),
  );
}

const SHARED: Detail = { severity: 'low', confidence: 'low' };

/** Decorators of the package that ask for the sender and refuse. */
function guardingDecorators({ program, facts }: Subject): FunctionModel[] {
  if (program.functions.every(({ outer }) => outer === undefined)) return [];
  const asking = new Set(
    facts
      .of('Attribute')
      .flatMap(({ node, fn }) => (node.name === 'sender' && fn?.outer !== undefined ? [outermost(fn)] : [])),
  );
  const refusing = new Set(
    facts
      .of('Name')
      .flatMap(({ node, fn }) => (node.id === 'revert' && fn?.outer !== undefined ? [outermost(fn)] : [])),
  );
  return program.functions.filter((fn) => fn.outer === undefined && asking.has(fn) && refusing.has(fn));
}

/** Such decorators that stand above nothing. */
function checkDecorators(subject: Subject, report: Report): void {
  const { contracts, program, facts } = subject;
  const carried = new Set(
    program.functions.flatMap(({ decorators }) => decorators.map(({ name }) => name.split('.').at(-1))),
  );
  for (const fn of guardingDecorators(subject)) {
    if (carried.has(fn.name) || carried.size === 0) continue;
    if (facts.of('Name').some(({ node, fn: around }) => node.id === fn.name && around !== fn)) continue;
    // A module of guards that several contracts share has some for each of them.
    const isShared = !contracts.some(({ cls }) => cls.module === fn.module);
    report(nameOf(fn), words.says.decorator, { guard: fn.name }, isShared ? SHARED : {});
  }
}

/** `# @only_owner` above a method that changes something, and that nothing else guards. */
function checkCommented(subject: Subject, report: Report): void {
  const commented = commentedDecorators(subject.program);
  if (commented.length === 0) return;
  const guards = new Set(guardingDecorators(subject).map(({ name }) => name));
  const flows = subject.contracts.flatMap((contract) => contract.flows).filter(isOpenEntry);
  for (const { fn, name } of commented) {
    const isBare = flows.some((flow) => flow.entry.fn === fn && changesOpenly(flow));
    if (guards.has(name) && isBare) report(nameOf(fn), words.says.commented, { guard: name, entry: fn.name });
  }
}

const changesOpenly = (flow: Flow): boolean =>
  flow.steps.some((step) => (isStep(step, 'write') || isOutgoing(step)) && isUnasked(flow, step));

const nameOf = ({ module, node }: FunctionModel) => ({
  module,
  node: { start: node.nameStart, end: node.nameStart + node.name.length },
});
