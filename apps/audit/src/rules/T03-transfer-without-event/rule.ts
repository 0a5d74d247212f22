import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { changeOf } from '../../domain/access/ledger.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { sameKeys, storageOrigins, type StorageItem } from '../../domain/flow/values.ts';
import { stepsOnWaysWithout } from '../../domain/flow/ways.ts';
import { nameOf } from '../../domain/numbers/naming.ts';
import type { Node } from '../../domain/python/tree.ts';
import {
  answersOf,
  isFungible,
  movingFlows,
  ownersOf,
  tokenOf,
  type Token,
} from '../../domain/token/token.ts';
import { isTransferEvent } from '../../domain/token/transfers.ts';
import { chosenAt, unnamedGains } from '../../domain/token/unnamed-gains.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'T03',
  name: 'transfer-without-event',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C11'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const token = tokenOf(contract);
      const told = new Set<Node>();
      if (isFungible(token)) for (const flow of movingFlows(contract)) checkFlow(token, flow, told, report);
      else if (token.standard === 'IRC3' && token.transferEvent !== undefined)
        checkThings(contract, told, report);
    }
  },
});

/** Single things that get another owner, a new one too. */
function checkThings(contract: ContractModel, told: Set<Node>, report: Report): void {
  const owners = ownersOf(contract);
  for (const flow of movingFlows(contract)) {
    const silent = flow.entry.kind === 'install' ? undefined : silentWrite(flow, owners);
    if (silent === undefined || told.has(silent.node)) continue;
    told.add(silent.node);
    tell(flow, silent, report, { severity: 'high', confidence: 'medium' });
  }
}

/** The first write of a record on a way that ends without the event. */
function silentWrite(flow: Flow, item: StorageItem | undefined): StepOf<'write'> | undefined {
  const quiet = stepsOnWaysWithout(flow, isTransferEvent);
  return stepsOf(flow, 'write').find((write) => write.action.item === item && quiet.has(write));
}

function checkFlow(token: Token, flow: Flow, told: Set<Node>, report: Report): void {
  const { balances, supply } = token;
  // What changes the supply is held against the rule for minting and burning.
  const changesSupply = stepsOf(flow, 'write').some(({ action }) => action.item === supply);
  if (flow.entry.kind === 'install' || changesSupply) return;
  const silent = silentWrite(flow, balances);
  if (silent === undefined && balances !== undefined) checkGains(flow, balances, told, report);
  if (silent === undefined || told.has(silent.node) || staysInAccount(token, flow, silent)) return;
  told.add(silent.node);
  tell(flow, silent, report);
}

/** The part of a transfer that goes to somebody else, such as a fee. */
function checkGains(flow: Flow, balances: StorageItem, told: Set<Node>, report: Report): void {
  for (const gain of unnamedGains(flow, balances)) {
    const at = chosenAt(flow, gain);
    if (told.has(at.node)) continue;
    told.add(at.node);
    const { item, keys } = gain.action;
    const account = keys.map((key) => nameOf(flow, gain, key)).join();
    report(at, words.says.part, { item: item.name, account }, { confidence: 'medium' });
  }
}

/** From one part of an account to another: what `balanceOf` adds up is the same as before. */
function staysInAccount({ contract }: Token, flow: Flow, silent: StepOf<'write'>): boolean {
  const parts = answersOf(contract, 'balanceOf')
    .filter(({ made }) => made?.operator === '+')
    .flatMap(storageOrigins);
  const change = changeOf(silent);
  if (change === undefined || !parts.includes(silent.action.item)) return false;
  return stepsOf(flow, 'write').some((write) => {
    const other = changeOf(write);
    return (
      other !== undefined &&
      other.direction !== change.direction &&
      other.by.shape === change.by.shape &&
      write.action.item !== silent.action.item &&
      parts.includes(write.action.item) &&
      sameKeys(write.action.keys, silent.action.keys)
    );
  });
}

function tell(flow: Flow, silent: StepOf<'write'>, report: Report, detail: Detail = {}): void {
  const given = { item: silent.action.item.name, method: flow.entry.fn.name };
  if (flow.steps.some(isTransferEvent)) report(silent, words.says.somePath, given, detail);
  else report(silent, words.says.never, given, detail);
}
