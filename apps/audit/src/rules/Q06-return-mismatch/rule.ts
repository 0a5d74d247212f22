import { defineRule, type Report } from '../../catalogue/rule.ts';
import { resultsOf } from '../../domain/flow/effects.ts';
import type { Flow, StepOf } from '../../domain/flow/flow.ts';
import { sourceOf, type StorageItem } from '../../domain/flow/values.ts';
import { typesOfAnnotation } from '../../domain/model/annotations.ts';
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
  check({ contracts }, report) {
    for (const { flows } of contracts) {
      const shared = itemsOfManyDepths(flows);
      for (const flow of flows) {
        const { kind } = flow.entry;
        if (kind === 'external' || kind === 'readonly')
          for (const step of resultsOf(flow)) checkResult(flow, step, shared, report);
      }
    }
  },
});

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
