import { defineRule, type Report } from '../../catalogue/rule.ts';
import { resultsOf } from '../../domain/flow/effects.ts';
import type { Flow, StepOf } from '../../domain/flow/flow.ts';
import { spellingOf } from '../../domain/flow/spelling.ts';
import { uncalledIn } from '../../domain/flow/uncalled.ts';
import { sourceOf, type StorageItem } from '../../domain/flow/values.ts';
import { typesOfAnnotation } from '../../domain/model/annotations.ts';
import type { TreeFacts } from '../../domain/model/tree-facts.ts';
import { describeTypes, Type, type TypeSet } from '../../domain/model/types.ts';
import type { Expression } from '../../domain/python/tree.ts';
import { itemsOfManyDepths } from '../../domain/storage/shared.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'Q06',
  name: 'return-mismatch',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts, facts }, report) {
    for (const { flows, judged } of contracts) {
      const shared = itemsOfManyDepths(flows);
      for (const flow of judged) {
        const { kind } = flow.entry;
        if (kind !== 'external' && kind !== 'readonly') continue;
        for (const step of resultsOf(flow))
          if (!tellUncalled(flow, step, facts, report)) checkResult(flow, step, shared, report);
      }
    }
  },
});

/** A function or a type itself has no encoding, neither alone nor in a dict: the call fails. */
function tellUncalled(
  { entry: { fn } }: Flow,
  step: StepOf<'return'>,
  facts: TreeFacts,
  report: Report,
): boolean {
  const uncalled = step.action.value === undefined ? [] : uncalledIn(step.action.value);
  for (const each of uncalled) {
    const found = facts.find(each.node);
    const given = { method: fn.name, value: spellingOf(facts, each, step.module) };
    report(found ?? step, words.says.uncalled, given);
  }
  return uncalled.length > 0;
}

/** The types that something is known to have on the way to a client: an int and a bool are encoded alike, and None fits always. */
const ENCODED =
  Type.int |
  Type.str |
  Type.bytes |
  Type.address |
  Type.float |
  Type.list |
  Type.dict |
  Type.tuple |
  Type.set;

function checkResult(
  { entry: { fn, kind } }: Flow,
  step: StepOf<'return'>,
  shared: ReadonlySet<StorageItem>,
  report: Report,
): void {
  const { value } = step.action;
  const { returns } = fn.node;
  const declared = alike(typesOfAnnotation(returns)) & ENCODED;
  if (value === undefined || returns === undefined) return;
  if (declared === 0 && !(isNothing(returns) && kind === 'readonly')) return;
  if (value.reference?.kind === 'container' && value.types === Type.container) {
    // Of several containers under one name (S08), another may have the depth that is meant.
    if (shared.has(value.reference.item)) return;
    const container =
      step.node.kind === 'Return' && step.node.value !== undefined
        ? sourceOf(step.module, step.node.value)
        : value.reference.item.name;
    report(step, words.says.container, { method: fn.name, container });
    return;
  }
  const returned = alike(value.types) & ~Type.none;
  if (returned === 0 || (returned & ~ENCODED) !== 0 || (returned & declared) !== 0) return;
  const given = {
    method: fn.name,
    declared: sourceOf(fn.module, returns),
    returned: describeTypes(value.types & ~Type.none),
  };
  report(step, words.says.type, given);
}

/** A query that says `-> None` and answers all the same; what a transaction answers nobody reads (Q08). */
const isNothing = (returns: Expression): boolean => returns.kind === 'Constant' && returns.value === null;

const alike = (types: TypeSet): TypeSet =>
  (types & Type.bool) === 0 ? types : (types & ~Type.bool) | Type.int;
