import { defineRule, type Report } from '../../catalogue/rule.ts';
import { everyFlow } from '../../domain/flow/every-flow.ts';
import { nameParts } from '../../domain/flow/depth.ts';
import { isStep, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { sourceOf, type StorageItem, type Value } from '../../domain/flow/values.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { describeTypes, Type, type TypeSet } from '../../domain/model/types.ts';
import { once } from '../../domain/once.ts';
import { sharedItems } from '../../domain/storage/shared.ts';
import { words } from './words.ts';

/** Types whose values never share an entry, whatever they are. */
const KEY_TYPES: readonly TypeSet[] = [Type.int, Type.str, Type.address, Type.bytes];

interface Use {
  readonly step: Step;
  readonly type: TypeSet;
  /** A name that is written out, as `'total'`. */
  readonly isFixed: boolean;
}

export const rule = defineRule({
  id: 'S07',
  name: 'key-type-mix',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-C18'],
  words,
  check(subject, report) {
    // Several containers under one name (S08) are each given keys of their own.
    const shared = sharedItems(everyFlow(subject));
    for (const { flows } of subject.contracts) tellMixed(usesByPlace(flows, shared), report);
    tellMixed(usesByPlace(everyFlow({ ...subject, contracts: [] }), shared), report);
  },
});

const dictSteps = once((flow: Flow): readonly (StepOf<'read'> | StepOf<'write'>)[] =>
  flow.steps.filter(
    (step): step is StepOf<'read'> | StepOf<'write'> =>
      (isStep(step, 'read') || isStep(step, 'write')) && step.action.item.kind === 'DictDB',
  ),
);

/** Where each dictionary is given a key, by dictionary and level of the key; each place in the source once. */
function usesByPlace(
  flows: readonly Flow[],
  shared: ReadonlySet<StorageItem>,
): Map<StorageItem, Map<string, Map<Step['node'], Use>>> {
  const places = new Map<StorageItem, Map<string, Map<Step['node'], Use>>>();
  for (const step of flows.flatMap(dictSteps)) {
    const { item, keys } = step.action;
    if (shared.has(item)) continue;
    const levels = places.get(item) ?? new Map<string, Map<Step['node'], Use>>();
    places.set(item, levels);
    for (const [level, { types, constant }] of keys.slice(nameParts(item)).entries()) {
      if (!KEY_TYPES.includes(types)) continue;
      const uses = levels.get(`${level}`) ?? new Map<Step['node'], Use>();
      levels.set(`${level}`, uses);
      // A helper that is called with both types uses both in one place: what calls it is not told apart.
      if (!uses.has(step.node)) uses.set(step.node, { step, type: types, isFixed: isName(constant) });
    }
  }
  return places;
}

function tellMixed(
  places: ReadonlyMap<StorageItem, ReadonlyMap<string, ReadonlyMap<Step['node'], Use>>>,
  report: Report,
): void {
  for (const [item, levels] of places) {
    for (const level of levels.values()) {
      const uses = [...level.values()].toSorted((a, b) => a.step.node.start - b.step.node.start);
      tellRare(item, withoutNames(uses), report);
    }
  }
}

/** Not an address or a number that is written as text. */
const isName = (constant: Value['constant']): boolean =>
  typeof constant === 'string' && !/^(?:0x|hx|cx|\d)/.test(constant);

/** Fixed names beside computed keys of another type are entries of their own: `shares['common']` beside `shares[id]`. */
function withoutNames(uses: readonly Use[]): readonly Use[] {
  const computed = uses.filter(({ isFixed }) => !isFixed);
  return computed.length === 0
    ? uses
    : uses.filter(
        ({ isFixed, type }) => !isFixed || type !== Type.str || computed.every((use) => use.type === type),
      );
}

/** The type that is used more often is taken to be meant; of two equally often used ones, the one that is used first. */
function tellRare(item: StorageItem, uses: readonly Use[], report: Report): void {
  const counts = new Map<TypeSet, number>();
  for (const { type } of uses) counts.set(type, (counts.get(type) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const usual = uses.find(({ type }) => counts.get(type) === most);
  if (usual === undefined) return;
  for (const { step, type } of uses) {
    if (type === usual.type) continue;
    report(step, words.says.mixed, {
      expression: sourceOf(step.module, step.node),
      item: item.name,
      used: describeTypes(type),
      usual: describeTypes(usual.type),
      line: usual.step.module.lines.positionOf(usual.step.node.start).line,
    });
  }
}
