import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { spellingOf } from '../../domain/flow/spelling.ts';
import { factLeaves } from '../../domain/flow/uses.ts';
import { hasOrigin, valuesOf, type StorageItem, type Value } from '../../domain/flow/values.ts';
import type { Frame } from '../../domain/flow/steps.ts';
import type { Subject } from '../../domain/model/subject.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import { writersOf } from '../../domain/storage/lifetime.ts';
import { olderContract } from '../../domain/versions/older-contract.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'S09',
  name: 'update-resets',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-C18'],
  words,
  check(subject, report) {
    for (const contract of subject.contracts) {
      for (const flow of contract.judged)
        if (flow.entry.kind === 'update') checkUpdate(contract, flow, subject, report);
    }
  },
});

function checkUpdate(contract: ContractModel, flow: Flow, subject: Subject, report: Report): void {
  const shared = new Map<Frame, Set<string>>();
  const older = olderContract(subject, contract);
  for (const step of stepsOf(flow, 'write')) {
    const { item } = step.action;
    if (!resets(step, flow) || isNew(item, older)) continue;
    const writers = writersOf(contract, item, 'external', 'fallback')
      .filter((writer) => stepsOf(writer, 'write').some((other) => mayBeSame(other, step)))
      .map(({ entry }) => entry.fn.name);
    const helper = helperOf(step.frame);
    if (writers.length === 0) {
      const detail = setAtInstall(item, contract);
      if (detail !== undefined) tell(step, ['on_install'], subject, report, detail);
      else tellOlder(step, older, subject, report);
    } else if (helper !== undefined && isShared(helper.fn, contract)) {
      shared.set(helper, (shared.get(helper) ?? new Set()).add(item.name));
    } else tell(step, writers, subject, report);
  }
  for (const [{ call, fn }, items] of shared) {
    if (call !== undefined) report(call, words.says.helper, { call: fn.name, items: [...items].join(', ') });
  }
}

/** Two keys of one dictionary that are written out are two places. */
const mayBeSame = (one: StepOf<'write'>, other: StepOf<'write'>): boolean =>
  one.action.item === other.action.item &&
  one.action.keys.every(({ constant }, place) => {
    const beside = other.action.keys[place]?.constant;
    return constant === undefined || beside === undefined || constant === beside;
  });

/** What the older version does not have cannot be reset by the update that brings it. */
const isNew = (item: StorageItem, older: ContractModel | undefined): boolean =>
  older !== undefined && itemOf(older, item) === undefined;

const itemOf = (contract: ContractModel, { kind, key }: StorageItem): StorageItem | undefined =>
  contract.items.find((each) => each.kind === kind && each.key === key);

/** What this version writes nowhere else may still hold what the older one wrote. */
function tellOlder(
  step: StepOf<'write'>,
  older: ContractModel | undefined,
  subject: Subject,
  report: Report,
): void {
  const { item, value } = step.action;
  const before = older === undefined ? undefined : itemOf(older, item);
  if (older === undefined || before === undefined || VERSION.test(`${item.name} ${item.key}`)) return;
  const writers = writersOf(older, before, 'external', 'fallback', 'install');
  if (writers.length === 0) return;
  if (value === undefined)
    tell(
      step,
      writers.map(({ entry }) => entry.fn.name),
      subject,
      report,
    );
  else
    report(step, words.says.older, { item: item.name, value: spellingOf(subject.facts, value, step.module) });
}

/** A version is meant to change with each update. */
const VERSION = /version|revision|layout|migrat|updated/i;

/** Without a setter it holds what the installation put there, which may have been the deployer's choice. */
function setAtInstall(item: StorageItem, contract: ContractModel): Detail | undefined {
  const writes = writersOf(contract, item, 'install').flatMap((flow) =>
    stepsOf(flow, 'write').filter(({ action }) => action.item === item),
  );
  if (writes.length === 0 || VERSION.test(`${item.name} ${item.key}`)) return undefined;
  const chosen = writes.some(({ action }) => hasOrigin(action.value, 'parameter'));
  return { confidence: 'medium', severity: chosen ? 'high' : 'medium' };
}

function tell(
  step: StepOf<'write'>,
  writers: readonly string[],
  { facts }: Subject,
  report: Report,
  detail: Detail = {},
): void {
  const { item, value } = step.action;
  const given = { item: item.name, writers: [...new Set(writers)].join(', ') };
  if (value === undefined) report(step, words.says.removed, given, detail);
  else report(step, words.says.write, { ...given, value: spellingOf(facts, value, step.module) }, detail);
}

/** Puts a value of the code in place of what is stored, whatever that is. */
function resets(step: StepOf<'write'>, flow: Flow): boolean {
  const { how, value } = step.action;
  if (how === 'put' || how === 'pop') return false;
  if (value !== undefined && (hasOrigin(value, 'storage', 'call') || isAskedFor(value, flow.entry.fn)))
    return false;
  const facts = factsAt(flow, step).flatMap(factLeaves).flatMap(valuesOf);
  return !facts.some((fact) => hasOrigin(fact, 'storage', 'parameter', 'call') || fact.read !== undefined);
}

/** The deployer has to name it each time, so that nothing is reset unseen. */
function isAskedFor(value: Value, update: FunctionModel): boolean {
  return [...value.origins].some(
    (origin) =>
      origin.kind === 'parameter' &&
      update.node.parameters.some(({ name, default: usual }) => name === origin.name && usual === undefined),
  );
}

/** The call that `on_update`, of the class or of a base, made to get here. */
function helperOf(frame: Frame): Frame | undefined {
  let running: Frame | undefined = frame;
  for (; running !== undefined && running.fn.name !== 'on_update'; running = running.caller) {
    if (running.caller?.fn.name === 'on_update') return running;
  }
  return undefined;
}

const isShared = (fn: FunctionModel, { flows }: ContractModel): boolean =>
  flows.some(({ entry, steps }) => entry.kind === 'install' && steps.some(({ frame }) => frame.fn === fn));
