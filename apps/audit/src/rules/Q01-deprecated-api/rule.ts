import { defineRule, type Report } from '../../catalogue/rule.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { meaningOf } from '../../domain/model/meaning.ts';
import { findMethod, type ClassModel } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import type { Attribute } from '../../domain/python/tree.ts';
import { words } from './words.ts';

/** What `self.block` is asked for, and what answers it today. */
const OF_BLOCK: ReadonlyMap<string, string> = new Map([
  ['height', 'self.block_height'],
  ['timestamp', 'self.now()'],
]);

const OLD: ReadonlySet<string> = new Set(['block', 'revert', 'call']);

/** What the engine has refused to ordinary contracts since its revision 3. */
const REFUSED: ReadonlySet<string> = new Set([
  'get_owner',
  'is_score_active',
  'deploy',
  'get_tx_hashes_by_score_address',
  'get_score_address_by_tx_hash',
]);

export const rule = defineRule({
  id: 'Q01',
  name: 'deprecated-api',
  severity: 'low',
  confidence: 'high',
  checklist: [],
  words,
  check(subject, report) {
    for (const found of subject.facts.judged('Attribute')) {
      if (isTestModule(found.module) || !isOfContract(subject, found)) continue;
      if (found.node.name === 'block') tellBlock(found, report);
      if (found.node.name === 'revert') tellRevert(subject, found, report);
      if (found.node.name === 'call') tellCall(found, report);
      if (REFUSED.has(found.node.name)) report(found, words.says.refused, { name: found.node.name });
    }
  },
});

/** An attribute of the contract itself that the author has not taken for something else. */
function isOfContract(subject: Subject, found: Found<Attribute>): boolean {
  const { node, fn } = found;
  if (!(OLD.has(node.name) || REFUSED.has(node.name)) || node.value.kind !== 'Name') return false;
  if (fn === undefined || node.value.id !== fn.node.parameters[0]?.name) return false;
  // A wrapper in a decorator runs for a contract too.
  if (fn.owner === undefined) return fn.outer !== undefined && node.value.id === 'self';
  return fn.owner.role === 'contract' && !isOwn(subject, fn.owner, node.name);
}

function isOwn({ program, facts }: Subject, owner: ClassModel, name: string): boolean {
  const family = program.classes.filter((cls) => cls.order.includes(owner));
  if (
    family.some(
      (cls) => findMethod(cls, name) !== undefined || cls.order.some(({ variables }) => variables.has(name)),
    )
  )
    return true;
  const related = new Set(family.flatMap(({ order }) => order));
  return facts.of('Attribute').some(({ node, parent, cls }) => {
    if (node.name !== name || cls === undefined || !related.has(cls)) return false;
    return (
      (parent?.node.kind === 'Assign' && parent.node.targets.includes(node)) ||
      (parent?.node.kind === 'AnnotatedAssign' && parent.node.target === node)
    );
  });
}

function tellBlock(found: Found<Attribute>, report: Report): void {
  const { parent, node } = found;
  const use = parent?.node.kind === 'Attribute' && parent.node.value === node ? parent.node : undefined;
  const replacement = use === undefined ? undefined : OF_BLOCK.get(use.name);
  const given = {
    old: use === undefined ? 'self.block' : `self.block.${use.name}`,
    replacement: replacement ?? 'self.block_height',
  };
  if (use === undefined || replacement === undefined) {
    report(found, words.says.replaced, given);
    return;
  }
  report(found, words.says.replaced, given, {
    fix: { safe: true, edits: [{ start: use.start, end: use.end, text: replacement }] },
  });
}

function tellRevert({ program }: Subject, found: Found<Attribute>, report: Report): void {
  const { node } = found;
  const meaning = meaningOf(program, found, { kind: 'Name', id: 'revert', start: node.start, end: node.end });
  const isKnown = meaning.kind === 'platform' && meaning.name === 'revert';
  const fix = isKnown
    ? { safe: true, edits: [{ start: node.start, end: node.end, text: 'revert' }] }
    : undefined;
  report(found, words.says.replaced, { old: 'self.revert', replacement: 'revert(…)' }, { fix });
}

function tellCall({ module, node, parent }: Found<Attribute>, report: Report): void {
  if (parent?.node.kind !== 'Call' || parent.node.callee !== node) return;
  const { args, keywords } = parent.node;
  const method = args[1] ?? keywords.find(({ name }) => name === 'func_name')?.value;
  report({ module, node }, words.says.call, {
    method: method === undefined ? '?' : sourceOf(module, method),
  });
}
