import { defineRule, type Report } from '../../catalogue/rule.ts';
import { callersAt } from '../../domain/access/callers.ts';
import { isOurContract } from '../../domain/access/contract-places.ts';
import { mayChange, resultsOf } from '../../domain/flow/effects.ts';
import type { ContractModel, Flow, StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf, type Value } from '../../domain/flow/values.ts';
import { Type } from '../../domain/model/types.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'Q08',
  name: 'writable-return',
  severity: 'low',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      for (const flow of contract.judged) {
        // A method that changes nothing is a reader that lacks `readonly`.
        if (flow.entry.kind !== 'external' || !mayChange(flow)) continue;
        for (const step of resultsOf(flow))
          if (isResult(step.action.value) && !isForContract(contract, flow, step)) tell(flow, step, report);
      }
    }
  },
});

/** Nobody but a contract of ours gets here, and a contract sees what is answered. */
const isForContract = (contract: ContractModel, flow: Flow, step: Step): boolean =>
  callersAt(contract, flow, step).every(
    (caller) => caller.kind === 'contracts' || isOurContract(contract, caller),
  );

/** Something other than the nothing that a helper returns. Of a call of which nothing is known it is open whether it gives anything. */
function isResult(value: Value | undefined): boolean {
  if (value === undefined) return false;
  return value.types === 0 ? value.node.kind !== 'Call' : (value.types & ~Type.none) !== 0;
}

/** What only asks other contracts may be a reader that lacks `readonly`. */
const onlyCalls = ({ entry, steps }: Flow): boolean =>
  !entry.payable && !steps.some(({ action }) => ['write', 'event', 'transfer'].includes(action.kind));

function tell(flow: Flow, step: StepOf<'return'>, report: Report): void {
  const value =
    step.node.kind === 'Return' && step.node.value !== undefined
      ? sourceOf(step.module, step.node.value)
      : '…';
  const given = { method: flow.entry.fn.name, value };
  if (onlyCalls(flow)) report(step, words.says.call, given, { confidence: 'medium' });
  else report(step, words.says.value, given);
}
