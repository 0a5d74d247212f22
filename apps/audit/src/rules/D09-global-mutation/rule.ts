import { defineRule, type Report } from '../../catalogue/rule.ts';
import { LastingThings, type Lasting } from '../../domain/model/lasting.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { writePlaces } from '../../domain/model/writes.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'D09',
  name: 'global-mutation',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C17'],
  words,
  check(subject, report) {
    const things = new LastingThings(subject.program, subject.facts);
    for (const { found, target, how } of writePlaces(subject.facts)) {
      // What a module does while it is loaded is the same on all nodes.
      if (found.fn === undefined || isInClassBody(found) || isTestModule(found.module)) continue;
      const written = how === 'change' ? things.changed(found, target) : things.rebound(found, target);
      if (written !== undefined) tell(found, written, report);
    }
  },
});

/** What the body of a class writes is its own, also where a function makes the class. */
function isInClassBody(found: Found): boolean {
  for (let { parent } = found; parent !== undefined; parent = parent.parent) {
    if (parent.node.kind === 'FunctionDefinition') return false;
    if (parent.node.kind === 'ClassDefinition') return true;
  }
  return false;
}

function tell(found: Found, { kind, name }: Lasting, report: Report): void {
  report(found, words.says[kind], { name });
}
