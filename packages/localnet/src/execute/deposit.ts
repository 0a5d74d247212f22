import { formatInteger, isObject } from '@madang/icon';
import { credit, debit } from '../world/accounts.ts';
import { contractAt } from '../world/contracts.ts';
import { depositOf, setDeposit } from '../world/deposits.ts';
import { accessDenied, contractNotFound, invalidParameter } from '../world/failure.ts';
import type { World } from '../world/world.ts';
import type { Execution } from './execution.ts';
import { nodeLog } from './log.ts';
import type { SentTransaction } from './sent-transaction.ts';

/** Puts coins aside for the fees of a contract's callers, or gives all of them back. Only the contract's owner may. */
export function changeDeposit(
  { logs }: Execution,
  world: World,
  { from, to, value, data }: Pick<SentTransaction, 'from' | 'to' | 'value' | 'data'>,
): void {
  const contract = contractAt(world, to);
  if (contract === null) throw contractNotFound('NotAContractAccount');
  if (contract.owner !== from) throw accessDenied('NotOwner');
  const action = isObject(data) ? data['action'] : undefined;
  const before = depositOf(world, to);
  if (action === 'add') {
    debit(world, from, value);
    setDeposit(world, to, before + value);
    logs.push(told('DepositAdded', to, from, value));
  } else if (action === 'withdraw') {
    if (before === 0n) throw invalidParameter('NoDeposit');
    setDeposit(world, to, 0n);
    credit(world, from, before);
    logs.push(told('DepositWithdrawn', to, from, before));
  } else throw invalidParameter(`UnknownAction(${String(action)})`);
}

function told(event: string, contract: string, owner: string, amount: bigint) {
  return nodeLog(contract, `${event}(bytes,Address,int,int)`, ['0x', owner], [formatInteger(amount), '0x0']);
}
