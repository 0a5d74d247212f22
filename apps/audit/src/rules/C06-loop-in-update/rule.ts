import { defineRule } from '../../catalogue/rule.ts';
import { stepsOf } from '../../domain/flow/flow.ts';
import { unboundedTurns } from '../../domain/loops/turns.ts';
import { nameOf } from '../../domain/numbers/naming.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'C06',
  name: 'loop-in-update',
  severity: 'medium',
  confidence: 'high',
  checklist: ['CL-C01'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const told = new Set<string>();
      for (const flow of contract.judged.filter(({ entry }) => entry.kind === 'update')) {
        for (const head of stepsOf(flow, 'loop')) {
          const found = unboundedTurns(contract, flow, head);
          const place = `${head.module.path}:${head.node.start}`;
          // What whoever updates hands over is as long as they want it.
          if (found === undefined || found.kind === 'count' || found.kind === 'list' || told.has(place))
            continue;
          told.add(place);
          const list = found.kind === 'storage' ? found.item.name : nameOf(flow, head, found.value);
          const { fn } = head.frame;
          if (fn.name === 'on_update') report(head, words.says.direct, { list });
          else report(head, words.says.helper, { helper: fn.name, list });
        }
      }
    }
  },
});
