import { defineRule } from '../../catalogue/rule.ts';
import { meaningOf } from '../../domain/model/meaning.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import type { Name, Node } from '../../domain/python/tree.ts';
import { deletionOf } from '../../domain/python/deletion.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { words } from './words.ts';

/** Where `print` is kept for later. As a statement of its own it is Python 2's. */
const HANDED_ON: ReadonlySet<Node['kind'] | undefined> = new Set<Node['kind'] | undefined>([
  'Assign',
  'AnnotatedAssign',
  'Call',
  'Keyword',
  'Parameter',
  'Return',
  'Dict',
  'List',
  'Tuple',
  'Conditional',
]);

export const rule = defineRule({
  id: 'Q02',
  name: 'print',
  severity: 'low',
  confidence: 'high',
  checklist: [],
  words,
  check({ program, facts }, report) {
    for (const found of facts.judged('Name')) {
      if (found.node.id !== 'print' || isTestModule(found.module)) continue;
      const meaning = meaningOf(program, found, found.node);
      if (meaning.kind !== 'builtin') continue;
      const { parent } = found;
      const call = parent?.node.kind === 'Call' && parent.node.callee === found.node ? parent : undefined;
      if (call === undefined && HANDED_ON.has(parent?.node.kind))
        report(found, words.says.renamed, { name: nameOf(found) });
      else
        report(
          call ?? found,
          words.says.printed,
          { method: found.fn?.name ?? found.module.path },
          { fix: fixOf(found) },
        );
    }
  },
});

/** What `print` is called here, or the code that hands it on. */
function nameOf({ module, node, parent }: Found<Name>): string {
  if (parent?.node.kind === 'Assign' && parent.node.targets[0] !== undefined)
    return sourceOf(module, parent.node.targets[0]);
  return sourceOf(module, parent?.node ?? node);
}

/** Removes the statement when there is nothing in it but text and plain names, whose reading does nothing. */
function fixOf(found: Found<Name>) {
  const call = found.parent;
  const statement = call?.parent;
  if (call?.node.kind !== 'Call' || statement?.node.kind !== 'ExpressionStatement') return undefined;
  const harmless = [...call.node.args].every(
    ({ kind }) => kind === 'String' || kind === 'Name' || kind === 'Number',
  );
  return { safe: harmless, edits: [deletionOf(found.module, statement.node, statement.parent?.node)] };
}
