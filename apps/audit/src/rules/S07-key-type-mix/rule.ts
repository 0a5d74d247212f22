import { defineRule, type Report } from '../../catalogue/rule.ts';
import { everyFlow } from '../../domain/flow/every-flow.ts';
import { nameParts } from '../../domain/flow/depth.ts';
import { isStep, stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { sourceOf, type StorageItem, type Value } from '../../domain/flow/values.ts';
import { describeTypes, Type, type TypeSet } from '../../domain/model/types.ts';
import { once } from '../../domain/once.ts';
import type { Node } from '../../domain/python/tree.ts';
import { sharedItems } from '../../domain/storage/shared.ts';
import { words } from './words.ts';

/** Types whose values never share an entry, whatever they are. */
const KEY_TYPES: readonly TypeSet[] = [Type.int, Type.str, Type.address, Type.bytes];

interface Use {
  readonly step: Access;
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
    const shared = sharedItems(everyFlow(subject));
    for (const { flows } of subject.contracts) tellMixed(usesByPlace(flows, shared), report);
    tellMixed(usesByPlace(everyFlow({ ...subject, contracts: [] }), shared), report);
  },
});

type Access = StepOf<'read'> | StepOf<'write'>;

const dictSteps = once((flow: Flow): readonly Access[] =>
  flow.steps.filter(
    (step): step is Access =>
      (isStep(step, 'read') || isStep(step, 'write')) && step.action.item.kind === 'DictDB',
  ),
);

/** A dictionary; of several under one name (S08), which are each given keys of their own, the declaration of one. */
type Dictionary = StorageItem | Node;

/** Where each dictionary is given a key, by dictionary and level of the key; each place in the source once. */
function usesByPlace(
  flows: readonly Flow[],
  shared: ReadonlySet<StorageItem>,
): Map<Dictionary, Map<number, Map<Node, Use>>> {
  const places = new Map<Dictionary, Map<number, Map<Node, Use>>>();
  for (const flow of flows)
    for (const step of dictSteps(flow)) {
      const { item, declared, keys } = step.action;
      const dictionary = shared.has(item) ? declared : item;
      const levels = places.get(dictionary) ?? new Map<number, Map<Node, Use>>();
      places.set(dictionary, levels);
      for (const [level, key] of keys.slice(nameParts(item)).entries())
        addUse(levels, level, useOf(flow, step, key));
    }
  return places;
}

function addUse(levels: Map<number, Map<Node, Use>>, level: number, use: Use | undefined): void {
  if (use === undefined) return;
  const uses = levels.get(level) ?? new Map<Node, Use>();
  levels.set(level, uses);
  // A helper that is called with both types uses both in one place: what calls it is not told apart.
  if (!uses.has(use.step.node)) uses.set(use.step.node, use);
}

function useOf(flow: Flow, step: Access, key: Value): Use | undefined {
  const type = key.types === 0 && textsOfAddresses(flow).has(key.shape) ? Type.str : key.types;
  return KEY_TYPES.includes(type) ? { step, type, isFixed: isName(key.constant) } : undefined;
}

/** What an address is made from is a text, wherever it comes from: `Address.from_string(bet['player'])`. */
const textsOfAddresses = once(
  (flow: Flow): ReadonlySet<string> =>
    new Set(
      stepsOf(flow, 'platform').flatMap(({ action: { name, args } }) =>
        name === 'Address.from_string' ? args.slice(0, 1).map(({ shape }) => shape) : [],
      ),
    ),
);

function tellMixed(
  places: ReadonlyMap<Dictionary, ReadonlyMap<number, ReadonlyMap<Node, Use>>>,
  report: Report,
): void {
  for (const levels of places.values()) {
    for (const level of levels.values()) {
      const uses = [...level.values()].toSorted((a, b) => a.step.node.start - b.step.node.start);
      tellRare(withoutNames(uses), report);
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
function tellRare(uses: readonly Use[], report: Report): void {
  const counts = new Map<TypeSet, number>();
  for (const { type } of uses) counts.set(type, (counts.get(type) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const usual = uses.find(({ type }) => counts.get(type) === most);
  if (usual === undefined) return;
  for (const { step, type } of uses) {
    if (type === usual.type) continue;
    report(step, words.says.mixed, {
      expression: sourceOf(step.module, step.node),
      item: step.action.item.name,
      used: describeTypes(type),
      usual: describeTypes(usual.type),
      line: usual.step.module.lines.positionOf(usual.step.node.start).line,
    });
  }
}
