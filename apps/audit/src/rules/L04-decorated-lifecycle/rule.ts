import { defineRule, type Detail } from '../../catalogue/rule.ts';
import { deploymentMethods } from '../../domain/model/lifecycle.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L04',
  name: 'decorated-lifecycle',
  severity: 'critical',
  confidence: 'high',
  checklist: [],
  words,
  check({ program }, report) {
    for (const fn of deploymentMethods(program)) {
      const [first] = fn.decorators;
      if (first === undefined || fn.abstract) continue;
      const exposing = fn.decorators.find(
        ({ target }) => target.kind === 'platform' && target.name === 'external',
      );
      const given = { method: fn.name, decorator: (exposing ?? first).name };
      report(
        nameOf(fn),
        exposing === undefined ? words.says.decorated : words.says.exposed,
        given,
        removal(fn),
      );
    }
  },
});

/** Takes the decorators out. A guard of the author's own may do more than guard, so that its removal is for a person to look at. */
function removal({ module: { text, lines }, decorators }: FunctionModel): Detail {
  const edits = decorators.map(({ node }) => ({
    start: lines.startOf(lines.lineOf(node.start)),
    end: lines.startOf(lines.lineOf(node.end) + 1),
    text: '',
  }));
  const whole = edits.every(({ start, end }) => /^[ \t]*@/.test(text.slice(start, end)));
  return whole ? { fix: { safe: decorators.every(({ target }) => target.kind === 'platform'), edits } } : {};
}
