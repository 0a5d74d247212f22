import { defineRule, type Report } from '../../catalogue/rule.ts';
import { isReachedOpenly } from '../../domain/access/asked.ts';
import { guardsAt, type Authority, type Guard } from '../../domain/access/authority.ts';
import { forksOf, hasEffect, isReverted, type Fork } from '../../domain/access/forks.ts';
import { isTokenCallback } from '../../domain/access/ledger.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { canReach, isStep, type Flow } from '../../domain/flow/flow.ts';
import type { Frame, Step } from '../../domain/flow/steps.ts';
import type { Fact, Value } from '../../domain/flow/values.ts';
import { findMethod } from '../../domain/model/program.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'A09',
  name: 'guarded-self-call',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const flow of contracts.flatMap(({ judged }) => judged).filter(isOpenEntry)) {
      for (const fork of forksOf(flow, false)) checkFork(flow, fork, report);
    }
  },
});

function checkFork(flow: Flow, fork: Fork, report: Report): void {
  const { call, name } = selfCallAround(fork.chosen.frame) ?? {};
  if (call === undefined || name === undefined) return;
  const entered = flow.steps.find(
    (step) => isStep(step, 'call') && step.node === call.node && step.id < fork.chosen.id,
  );
  if (entered === undefined || !refusesCaller(flow, entered, fork) || fork.guards.some(letsSelf)) return;
  const given = { callee: name, entry: flow.entry.fn.name };
  const fails = fork.others.every(isReverted);
  if (fails) report(call, words.says.reverts, given);
  else if (
    !fork.others.some(
      (other) => canReach(other, (step) => hasEffect(step) && isWithin(step, call.node)) !== undefined,
    )
  )
    report(call, words.says.skips, given);
}

/** The call of an external method of the contract's own, around the guard that it runs into. */
function selfCallAround(from: Frame) {
  for (let frame: Frame | undefined = from; frame?.call !== undefined; frame = frame.caller) {
    const { node } = frame.call;
    if (
      node.kind !== 'Call' ||
      node.callee.kind !== 'Attribute' ||
      node.callee.value.kind !== 'Name' ||
      frame.cls === undefined
    )
      continue;
    const method = findMethod(frame.cls, node.callee.name);
    if (method?.external?.readonly === false) return { call: frame.call, name: method.name };
  }
  return undefined;
}

/** Nobody was asked before, or it was somebody else: in a token's callback the sender is the token. */
function refusesCaller(flow: Flow, entered: Step, { guards }: Fork): boolean {
  const before = guardsAt(flow, entered).filter(({ kind, inverted }) => kind === 'authority' && !inverted);
  if (before.length === 0) return isReachedOpenly(flow, entered);
  return (
    isTokenCallback(flow) &&
    !before.some(({ against }) => guards.some((guard) => isSame(guard.against, against)))
  );
}

/** `sender == token or sender == account`, where the account that is handed in is the caller's own wherever they are not the token. */
const letsSelf = ({ fact }: Guard): boolean =>
  fact.kind === 'one of' && fact.choices.flat().some(isOwnAccount);

function isOwnAccount(fact: Fact): boolean {
  if (fact.kind !== 'compare' || fact.operator !== '==') return false;
  const sides = [fact.left, fact.right];
  return (
    sides.some(isSender) &&
    sides.some(({ choices }) => choices?.some(({ value }) => isSender(value)) === true)
  );
}

const isSender = ({ shape }: Value): boolean => shape === 'msg.sender';

const isSame = (left: Authority, right: Authority): boolean =>
  left.kind === 'storage' && right.kind === 'storage' ? left.item === right.item : left.kind === right.kind;

function isWithin(step: Step, call: unknown): boolean {
  for (let frame: Frame | undefined = step.frame; frame !== undefined; frame = frame.caller)
    if (frame.call?.node === call) return true;
  return false;
}
