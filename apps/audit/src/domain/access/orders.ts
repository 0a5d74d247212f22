import { argumentsOf } from '../flow/arguments.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { hasOrigin, type Value } from '../flow/values.ts';
import { isUnasked } from './asked.ts';
import { namedPlaces } from './authorities.ts';
import { isOfSender } from './of-sender.ts';
import { isOpenEntry } from './privileged.ts';

/** A call by which another contract is told to do what it does for few. */
export interface Order {
  readonly step: StepOf<'external'>;
  /** It goes to a contract of the network itself, which heeds nobody but chosen contracts. */
  readonly toNetwork: boolean;
}

/**
 * Orders that anybody may have the contract give: the other contract sees this one as the caller and does as it is told. Whoever calls
 * says what is to be done, and nothing of them is passed on, kept or taken, so neither contract knows who it was.
 */
export function openOrders(contract: ContractModel, flow: Flow): Order[] {
  if (!isOpenEntry(flow) || flow.entry.payable || flow.steps.some(isOfSender)) return [];
  return stepsOf(flow, 'external').flatMap((step) => {
    const { address, method } = step.action;
    const toNetwork = isNetwork(address) || STAKES.test(method);
    if (!ORDERS.test(method) || !(toNetwork || isChosen(contract, address))) return [];
    const isGiven = isNamed(step) || (toNetwork && isWrittenOut(flow, step));
    return isGiven && isUnasked(flow, step) ? [{ step, toNetwork }] : [];
  });
}

/** What is asked of a contract by one whom it trusts; `transfer` and `mint` are told of as money. */
const ORDERS =
  /^_?(?:set|add|remove|delete|grant|revoke|block|unblock|enable|disable|suspend|accept|reject|change|update|upgrade|pause|unpause|freeze|unfreeze|allow|ban|disqualify|unregister)(?=_|[A-Z])/;

/** The contracts that the network brings along (reference, chain: `cx00…00` and `cx00…01`). */
const NETWORK = /cx0{39}[01]|\bZERO_SCORE_ADDRESS\b/;

/** What only the contract of the network has, under whatever name its address is kept (reference, chain: staking). */
const STAKES = /^set(?:Stake|Delegation|Bond|BonderList)$/;

const isNetwork = ({ shape }: Value): boolean => NETWORK.test(shape);

/** Whoever calls says what is to be done. */
const isNamed = ({ action }: Order['step']): boolean =>
  argumentsOf(action).some((value) => hasOrigin(value, 'parameter'));

/** `setStake(0)`, `setDelegation([])`: always the same, and nothing is written with it, as where requests that wait are served. */
const isWrittenOut = (flow: Flow, { action, loops }: Order['step']): boolean =>
  argumentsOf(action).every(({ origins }) => origins.size === 0) &&
  loops.length === 0 &&
  stepsOf(flow, 'write').length === 0;

/** The contract keeps to it; whoever may put another in its place needs no order. */
const isChosen = (contract: ContractModel, { read }: Value): boolean =>
  read?.keys.length === 0 && !namedPlaces(contract).has(read.item);
