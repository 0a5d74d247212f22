import { formatInteger, isObject } from '@madang/icon';
import { credit, debit } from '../world/accounts.ts';
import { contractAt } from '../world/contracts.ts';
import { depositOf, setDeposit } from '../world/deposits.ts';
import { accessDenied, contractNotFound, invalidParameter, type Failure } from '../world/failure.ts';
import type { World } from '../world/world.ts';
import type { Execution } from './execution.ts';
import { telling } from './frame.ts';
import { nodeLog, writeLog } from './log.ts';
import type { SentTransaction } from './sent-transaction.ts';

type Deposit = Pick<SentTransaction, 'from' | 'to' | 'value' | 'data'>;

/** Puts coins aside for the fees of a contract's callers, or gives all of them back. Only the contract's owner may. */
export function changeDeposit(execution: Execution, world: World, deposit: Deposit): void {
  const { to, data } = deposit;
  const action = isObject(data) ? data['action'] : undefined;
  const story = {
    what: 'DEPOSIT',
    start: `to=${to} action=${typeof action === 'string' ? action : 'None'}`,
    failed: (failure: Failure) => `status=${failure.message} msg=${failure.thrownText}`,
  };
  telling(execution, story, () => change(execution, world, deposit, action));
}

function change(execution: Execution, world: World, { from, to, value }: Deposit, action: unknown): void {
  const contract = contractAt(world, to);
  if (contract === null) throw contractNotFound('NotAContractAccount');
  if (contract.owner !== from) throw accessDenied('NotOwner');
  const before = depositOf(world, to);
  if (action === 'add') {
    debit(world, from, value);
    setDeposit(world, to, before + value);
    writeLog(execution, logOf('DepositAdded', to, from, value));
  } else if (action === 'withdraw') {
    if (before === 0n) throw invalidParameter('NoDeposit');
    setDeposit(world, to, 0n);
    credit(world, from, before);
    writeLog(execution, logOf('DepositWithdrawn', to, from, before));
  } else throw invalidParameter(`UnknownAction(${String(action)})`);
}

function logOf(event: string, contract: string, owner: string, amount: bigint) {
  return nodeLog(contract, `${event}(bytes,Address,int,int)`, ['0x', owner], [formatInteger(amount), '0x0']);
}
