import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { asksForPeople, isPassedBy } from '../../domain/access/asked.ts';
import { asksForChosen } from '../../domain/access/chosen.ts';
import { isTokenCallback } from '../../domain/access/ledger.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { chancesOf, type Chance } from '../../domain/chance/chance.ts';
import { gainerOf } from '../../domain/chance/gains.ts';
import { isForHonour } from '../../domain/chance/honour.ts';
import { questionAt, type QuestionSite } from '../../domain/access/site.ts';
import { stepsOf, type ContractModel, type Flow } from '../../domain/flow/flow.ts';
import { sourceOf, type Fact } from '../../domain/flow/values.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F11',
  name: 'game-no-eoa-guard',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-W03'],
  words,
  check({ contracts }, report) {
    const told = new Set<unknown>();
    for (const contract of contracts)
      for (const flow of contract.judged.filter(isOpenEntry)) checkFlow(contract, flow, told, report);
  },
});

function checkFlow(contract: ContractModel, flow: Flow, told: Set<unknown>, report: Report): void {
  const settled = chancesOf(flow)
    .filter((chance) => takesContracts(contract, flow, chance))
    .map((chance) => ({ chance, gainer: gainerOf(contract, flow, chance) }))
    .filter(({ gainer }) => gainer !== undefined);
  if (settled.length === 0) return;
  const asked = originAsked(flow);
  if (asked !== undefined) {
    // However many games ask it, it is mended once.
    if (!told.has(asked.node))
      report(asked, words.says.origin, { condition: sourceOf(asked.module, asked.node) });
    told.add(asked.node);
    return;
  }
  const detail = settled.every(({ chance }) => isForHonour(contract, flow, chance)) ? HONOUR : {};
  const { fn } = flow.entry;
  const at = {
    module: fn.module,
    node: { start: fn.node.nameStart, end: fn.node.nameStart + fn.name.length },
  };
  const player = fn.node.parameters.find(({ name }) => name !== 'self')?.name ?? '';
  const says = settled.some(({ gainer }) => gainer === 'caller') ? words.says.sender : words.says.drawn;
  if (isTokenCallback(flow)) report(at, words.says.callback, { entry: fn.name, player }, detail);
  else report(at, says, { entry: fn.name }, detail);
}

/** Where `self.tx.origin.is_contract` is asked: it never is one. */
function originAsked(flow: Flow): QuestionSite | undefined {
  const isAsked = (fact: Fact) => fact.kind === 'false' && fact.value.shape === 'tx.origin.is_contract';
  const way = stepsOf(flow, 'way').find(({ action }) => action.facts.some(isAsked));
  const fact = way?.action.facts.find(isAsked);
  return way === undefined || fact === undefined ? undefined : questionAt(way, fact);
}

const HONOUR: Detail = { severity: 'info' };

/** Neither a few chosen ones nor people alone come here. Who calls a token callback is the token. */
const takesContracts = (contract: ContractModel, flow: Flow, { step }: Chance): boolean =>
  (isTokenCallback(flow) || isPassedBy(flow, step, asksForChosen(contract))) &&
  isPassedBy(flow, step, asksForPeople);
