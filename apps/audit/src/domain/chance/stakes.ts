import { isOutgoing, isQuestion } from '../access/callee.ts';
import { isTokenCallback } from '../access/ledger.ts';
import type { ContractModel, Flow } from '../flow/flow.ts';
import { isFungible, tokenOf } from '../token/token.ts';
import { once } from '../once.ts';

/**
 * Whether anything of value passes through a contract: ICX or tokens that come in or go out, another contract that is told to do
 * something, or tokens that the contract keeps itself. Where nothing does, a game is played for honour.
 */
export const hasStakes = once(
  (contract: ContractModel): boolean =>
    contract.cls.unknownBase || isToken(contract) || contract.flows.some(movesValue),
);

const movesValue = (flow: Flow): boolean =>
  flow.entry.payable ||
  flow.cut ||
  isTokenCallback(flow) ||
  flow.steps.some((step) => isOutgoing(step) && !isQuestion(step));

function isToken(contract: ContractModel): boolean {
  const token = tokenOf(contract);
  return token.standard !== 'none' || token.transferEvent !== undefined || isFungible(token);
}
