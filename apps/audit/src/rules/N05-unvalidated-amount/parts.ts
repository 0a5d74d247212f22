import type { Report } from '../../catalogue/rule.ts';
import { guardsAt, isAuthorised } from '../../domain/access/authority.ts';
import { isTokenCallback } from '../../domain/access/ledger.ts';
import type { Flow } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { nameOf } from '../../domain/numbers/naming.ts';
import { openParts } from '../../domain/numbers/open-parts.ts';
import type { Node } from '../../domain/python/tree.ts';
import { words } from './words.ts';

/** Numbers of a list that is kept, of which nothing but the sum is asked. */
export function checkParts(open: readonly Flow[], report: Report): void {
  const told = new Set<Node>();
  for (const flow of open)
    for (const { step, part } of openParts(flow)) {
      // That a token calls back says nothing of who sent it.
      const chosen = isAuthorised(flow, step) && !isTokenCallback(flow);
      if (told.has(step.node) || (chosen && isForOne(flow, step))) continue;
      told.add(step.node);
      const given = { amount: nameOf(flow, step, part), entry: flow.entry.fn.name };
      report(step, words.says.parts, given, chosen ? { confidence: 'medium' } : {});
    }
}

/** Who runs the contract sets its shares with care; of many who were let in, one may not. */
const isForOne = (flow: Flow, step: Step): boolean =>
  guardsAt(flow, step).some(
    ({ kind, principal, inverted, against }) =>
      kind === 'authority' &&
      principal === 'sender' &&
      !inverted &&
      !(against.kind === 'storage' && against.item.kind === 'DictDB'),
  );
