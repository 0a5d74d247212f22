import { endsWell } from '../access/asked.ts';
import { changeOf } from '../access/ledger.ts';
import { siteIn, type Site } from '../access/site.ts';
import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, type StorageItem, type Value } from '../flow/values.ts';
import { eventArgument, isTransferEvent } from './transfers.ts';

/**
 * Balances of an account that the contract keeps, such as its treasury, that grow by a part of what the sender gives up, while the events
 * of the same flow tell of less than that and name other accounts. One event for the whole sum leaves nothing untold.
 */
export function unnamedGains(flow: Flow, balances: StorageItem): StepOf<'write'>[] {
  const events = flow.steps.filter(isTransferEvent);
  const moved = stepsOf(flow, 'write').filter(({ action }) => action.item === balances);
  const given = moved.map(changeOf).filter((change) => change?.direction === 'down');
  const amounts = new Set(events.flatMap((event) => eventArgument(event, 2)?.shape ?? []));
  if (events.length === 0 || given.length === 0) return [];
  if (given.some((change) => change === undefined || amounts.has(change.by.shape))) return [];
  const named = events.flatMap((event) => [eventArgument(event, 0), eventArgument(event, 1)]);
  return moved.filter((write) => {
    const [account, ...more] = write.action.keys;
    if (account === undefined || more.length > 0 || write.loops.length > 0) return false;
    const isUnnamed = isKept(account) && !named.some((each) => each === undefined || isOneOf(account, each));
    return isUnnamed && changeOf(write)?.direction === 'up' && endsWell(flow, write);
  });
}

/** An account that is stored once, the owner, or the contract itself. */
const isKept = (account: Value): boolean =>
  account.read?.item.kind === 'VarDB' ||
  (!hasOrigin(account, 'parameter', 'sender', 'json', 'storage') &&
    hasOrigin(account, 'owner', 'own address'));

const isOneOf = ({ shape }: Value, named: Value): boolean =>
  named.shape === shape || (named.choices ?? []).some(({ value }) => value.shape === shape);

/** Where the account is chosen: in the function that tells of the rest, even if a helper books for several. */
export function chosenAt(flow: Flow, gain: Step): Site {
  const sites = flow.steps.filter(isTransferEvent).map(({ frame }) => siteIn(frame, gain));
  return sites.find(({ node }) => node !== gain.node) ?? gain;
}
