import { dominators, factsAt } from '../flow/dominance.ts';
import { isStep, type ContractModel, type Flow } from '../flow/flow.ts';
import { selfWritten } from './authorities.ts';
import { callersAt } from './callers.ts';
import { isNamedAccount } from './accounts.ts';
import { guardsAt } from './authority.ts';
import { addressOf, isHandOver, isQuestion, trustOf, type Outgoing } from './callee.ts';
import { isTokenCallback } from './ledger.ts';
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

/**
 * A known token calls back when anybody sends it, and a contract of ours calls on behalf of whoever called it: whom they name is as
 * little known as whoever began.
 */
function isStartedByAnybody(contract: ContractModel, flow: Flow, call: Outgoing): boolean {
  if (!isTokenCallback(flow) && !isCalledByContract(contract, flow, call)) return false;
  const receivers = call.action.kind === 'external' && isHandOver(call) ? call.action.args : [];
  return [addressOf(call), ...receivers].some((to) => isNamedAccount(to));
}

function isCalledByContract(contract: ContractModel, flow: Flow, call: Outgoing): boolean {
  const callers = callersAt(contract, flow, call);
  return callers.length > 0 && callers.every(({ kind }) => kind === 'contract');
}

/** The caller's word counts as one of several, so that none of those few is trusted alone: `votes[id][self.msg.sender] = True`. */
const isOneVote = (flow: Flow, call: Outgoing): boolean =>
  dominators(flow, call).some(
    (above) =>
      isStep(above, 'write') &&
      above.action.value?.constant === true &&
      above.action.keys.length > 1 &&
      above.action.keys.some(({ shape }) => shape === 'msg.sender'),
  );

/** Only a few chosen ones come to this call, or it reaches people only, whose addresses run no code. */
export function isForFew(contract: ContractModel, flow: Flow, call: Outgoing): boolean {
  const chosen =
    isChosen(contract, flow, call) && !isStartedByAnybody(contract, flow, call) && !isOneVote(flow, call);
  if (chosen || isQuestion(call)) return chosen;
  if (trustOf(call) === 'caller' && guardsAt(flow, call).some(({ kind }) => kind === 'people only'))
    return true;
  const question = `${addressOf(call).shape}.is_contract`;
  return factsAt(flow, call).some((fact) => fact.kind === 'false' && fact.value.shape === question);
}
