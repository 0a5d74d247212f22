import { defineRule } from '../../catalogue/rule.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { chancesOf } from '../../domain/chance/chance.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F10',
  name: 'weak-random',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C07', 'CL-W03'],
  words,
  check({ contracts }, report) {
    for (const flow of contracts.flatMap(({ flows }) => flows).filter(isOpenEntry)) {
      for (const { step, sources } of chancesOf(flow)) {
        report(step, words.says.chain, {
          source: sources.join(', '),
          outcome: sourceOf(step.module, step.node),
        });
      }
    }
  },
});
