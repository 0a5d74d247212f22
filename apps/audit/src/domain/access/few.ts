import type { ContractModel, Flow } from '../flow/flow.ts';
import { selfWritten } from './authorities.ts';
import { guardsAt } from './authority.ts';
import { addressOf, isQuestion, trustOf, type Outgoing } from './callee.ts';
import { factsAt } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';

/** Only a few chosen ones come here: those whom others have let in. */
export function isChosen(contract: ContractModel, flow: Flow, step: Step): boolean {
  const open = selfWritten(contract);
  return guardsAt(flow, step).some(
    ({ kind, principal, inverted, against }) =>
      kind === 'authority' &&
      principal === 'sender' &&
      !inverted &&
      !(against.kind === 'storage' && open.has(against.item)),
  );
}

/** Only a few chosen ones come to this call, or it reaches people only, whose addresses run no code. */
export function isForFew(contract: ContractModel, flow: Flow, call: Outgoing): boolean {
  const chosen = isChosen(contract, flow, call);
  if (chosen || isQuestion(call)) return chosen;
  if (trustOf(call) === 'caller' && guardsAt(flow, call).some(({ kind }) => kind === 'people only'))
    return true;
  const question = `${addressOf(call).shape}.is_contract`;
  return factsAt(flow, call).some((fact) => fact.kind === 'false' && fact.value.shape === question);
}
