import { defineRule } from '../../catalogue/rule.ts';
import { everyFlow } from '../../domain/flow/every-flow.ts';
import { isStep } from '../../domain/flow/flow.ts';

import type { StorageItem } from '../../domain/flow/values.ts';
import type { Subject } from '../../domain/model/subject.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { Type } from '../../domain/model/types.ts';
import type { Expression, Handler, Node, Try } from '../../domain/python/tree.ts';
import { words } from './words.ts';

const DEFAULTS: ReadonlyMap<number, string> = new Map([
  [Type.int, '0'],
  [Type.str, "''"],
  [Type.bool, 'False'],
]);

export const rule = defineRule({
  id: 'S11',
  name: 'dictdb-keyerror',
  severity: 'medium',
  confidence: 'high',
  checklist: ['CL-C18'],
  words,
  check(subject, report) {
    if (subject.facts.of('Try').length === 0) return;
    const { tried, storage } = readsByTry(subject);
    const plain = triesWithPlainKeys(subject, storage);
    for (const found of subject.facts.of('Try')) {
      const item = tried.get(found.node);
      const handler = found.node.handlers.find(catchesKeyError);
      if (item === undefined || handler === undefined || plain.has(found.node)) continue;
      const given = { item: item.name, given: DEFAULTS.get(item.valueType) ?? 'None' };
      report({ module: found.module, node: handler }, words.says.never, given);
    }
  },
});

const catchesKeyError = ({ type }: Handler): boolean =>
  typesOf(type).some((each) => each.kind === 'Name' && each.id === 'KeyError');

const typesOf = (type: Expression | undefined): readonly Expression[] =>
  type === undefined ? [] : type.kind === 'Tuple' ? type.elements : [type];

/** A DictDB that is read under each `try`, and the subscripts that reach storage or a method of the package. */
function readsByTry(subject: Subject): { tried: Map<Node, StorageItem>; storage: Set<Node> } {
  const tried = new Map<Node, StorageItem>();
  const storage = new Set<Node>();
  for (const step of everyFlow(subject).flatMap(({ steps }) => steps)) {
    if (isStep(step, 'call') && step.node.kind === 'Call') storage.add(step.node.callee);
    if (!isStep(step, 'read') && !isStep(step, 'write')) continue;
    storage.add(step.node);
    if (!isStep(step, 'read') || step.action.item.kind !== 'DictDB') continue;
    for (const { node } of step.tries) tried.set(node, step.action.item);
  }
  return { tried, storage };
}

/** `try` blocks in which a dictionary of Python is asked for a key, too. */
function triesWithPlainKeys({ facts }: Subject, storage: ReadonlySet<Node>): Set<Node> {
  const plain = new Set<Node>();
  for (const found of facts.of('Subscript')) {
    if (found.node.index.kind === 'Slice' || reachesStorage(found, storage)) continue;
    for (const around of triesAround(found)) plain.add(around);
  }
  return plain;
}

/** A subscript of storage, or the part of a DictDB that a further key is asked of. */
function reachesStorage(found: Found, storage: ReadonlySet<Node>): boolean {
  if (storage.has(found.node)) return true;
  return (
    found.parent?.node.kind === 'Subscript' &&
    found.parent.node.value === found.node &&
    reachesStorage(found.parent, storage)
  );
}

/** `try` blocks whose body, and not a handler, holds a place. */
function triesAround(found: Found): Try[] {
  const tries: Try[] = [];
  for (let at: Found | undefined = found; at !== undefined; at = at.parent) {
    const outer = at.parent?.node;
    if (outer?.kind === 'Try' && outer.body.some((statement) => statement === at.node)) tries.push(outer);
  }
  return tries;
}
