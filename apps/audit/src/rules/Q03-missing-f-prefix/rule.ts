import { defineRule, type Report } from '../../catalogue/rule.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { meaningOf } from '../../domain/model/meaning.ts';
import { plainPlaceholders, type PlainPlaceholder } from '../../domain/model/placeholders.ts';
import type { Program } from '../../domain/model/program.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'Q03',
  name: 'missing-f-prefix',
  severity: 'low',
  confidence: 'high',
  checklist: [],
  words,
  check({ program, facts }, report) {
    for (const placeholder of plainPlaceholders(program, facts)) {
      if (!isTestModule(placeholder.found.module)) tell(program, placeholder, report);
    }
  },
});

function tell(program: Program, placeholder: PlainPlaceholder, report: Report): void {
  const { found, name } = placeholder;
  const container = containerOf(program, found);
  const fix = fixOf(placeholder, container === undefined);
  if (container === undefined) report(found, words.says.plain, { name }, { fix });
  else report(found, words.says.key, { name, container }, { severity: 'high', fix });
}

/** The container whose key the text is, by the attribute that it is kept in. */
function containerOf(program: Program, { module, parent, node }: Found): string | undefined {
  if (parent?.node.kind !== 'Call' || parent.node.args[0] !== node) return undefined;
  const meaning = meaningOf(program, parent, parent.node.callee);
  if (meaning.kind !== 'platform' || !/(?:^|\.)(?:VarDB|DictDB|ArrayDB)$/.test(meaning.name))
    return undefined;
  const assigned = parent.parent?.node.kind === 'Assign' ? parent.parent.node.targets[0] : undefined;
  return sourceOf(module, assigned ?? parent.node.callee);
}

/** Another key is another place in storage: what is there already would be lost. */
function fixOf({ piece, isOnly }: PlainPlaceholder, isText: boolean) {
  if (piece.prefix.includes('u')) return undefined;
  return { safe: isOnly && isText, edits: [{ start: piece.start, end: piece.start, text: 'f' }] };
}
