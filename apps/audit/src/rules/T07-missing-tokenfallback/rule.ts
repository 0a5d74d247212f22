import { defineRule, type Report, type Where } from '../../catalogue/rule.ts';
import { dominators } from '../../domain/flow/dominance.ts';
import { isStep, type Flow } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf, type Fact } from '../../domain/flow/values.ts';
import { stepsOnWaysWithout } from '../../domain/flow/ways.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { lostCallback } from '../../domain/token/lost-callback.ts';
import { isFungible, tokenOf, type Token } from '../../domain/token/token.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'T07',
  name: 'missing-tokenfallback',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-C09'],
  words,
  check(subject, report) {
    for (const contract of subject.contracts) {
      const token = tokenOf(contract);
      const flow = contract.flows.find(
        ({ entry }) => entry.fn.name === 'transfer' && entry.kind === 'external',
      );
      if (flow !== undefined && isFungible(token)) checkTransfer(token, flow, subject, report);
    }
  },
});

function checkTransfer({ balances, contract }: Token, flow: Flow, subject: Subject, report: Report): void {
  const { fn } = flow.entry;
  const avoid = (step: Step) => isCallback(step) || isToPerson(step);
  const untold = stepsOnWaysWithout(flow, avoid);
  const moved = flow.steps.find(
    (step) =>
      untold.has(step) &&
      (balances === undefined || (isStep(step, 'write') && step.action.item === balances)),
  );
  if (moved === undefined) return;
  const callback = flow.steps.find(isCallback);
  if (callback !== undefined)
    report(nameOf(fn), words.says.somePath, {
      method: fn.name,
      condition: conditionOf(callback, flow, untold),
    });
  else {
    const lost = lostCallback(contract, moved, subject.facts);
    if (lost === undefined) report(nameOf(fn), words.says.never, { method: fn.name });
    else report(nameOf(lost.fn), words.says.lost, { method: lost.fn.name, base: lost.above });
  }
}

const nameOf = ({ module, name, node }: FunctionModel): Where => ({
  module,
  node: { start: node.nameStart, end: node.nameStart + name.length },
});

const isCallback = (step: Step): boolean =>
  isStep(step, 'external') && step.action.method === 'tokenFallback';

/** Whether from here on the recipient is known to be no contract. */
const isToPerson = (step: Step): boolean => isStep(step, 'way') && step.action.facts.some(deniesContract);

function deniesContract(fact: Fact): boolean {
  const asks = (shape: string) => shape.endsWith('.is_contract') && !shape.startsWith('msg.sender');
  if (fact.kind === 'false') return asks(fact.value.shape);
  if (fact.kind !== 'compare') return false;
  const value = [fact.left, fact.right].find(({ shape }) => asks(shape));
  const other = fact.left === value ? fact.right : fact.left;
  return (
    value !== undefined &&
    (other.constant === true) === (fact.operator === '!=' || fact.operator === 'is not')
  );
}

/** The test nearest to the call that lets it happen, and that on the other side leads past it. */
function conditionOf(callback: Step, flow: Flow, untold: ReadonlySet<Step>): string {
  const ways = dominators(flow, callback).filter((step) => isStep(step, 'way'));
  const way = ways.find((each) => isLeftTo(each, untold)) ?? ways[0];
  if (way === undefined) return '?';
  const test = sourceOf(way.module, way.node);
  return way.action.outcome ? test : `not (${test})`;
}

const isLeftTo = (way: Step, untold: ReadonlySet<Step>): boolean =>
  way.previous.some(({ next }) => next.some((other) => other !== way && untold.has(other)));
