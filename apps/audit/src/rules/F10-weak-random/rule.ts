import { defineRule, type Detail } from '../../catalogue/rule.ts';
import { isUnasked } from '../../domain/access/asked.ts';
import { isQuestion } from '../../domain/access/callee.ts';
import { outflowOf } from '../../domain/access/outflow.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { callerChancesOf, chancesOf, storedChancesOf, type Chance } from '../../domain/chance/chance.ts';
import { entersAt } from '../../domain/chance/enters-at.ts';
import { isForHonour } from '../../domain/chance/honour.ts';
import { stepsOf, type Flow } from '../../domain/flow/flow.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F10',
  name: 'weak-random',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-W03'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const open = contract.flows.filter(isOpenEntry);
      const isAboutMoney = open.some(({ steps }) => steps.some((step) => outflowOf(step) !== undefined));
      for (const flow of contract.judged.filter(isOpenEntry)) {
        for (const chance of chancesOf(flow))
          report(entersAt(chance), words.says.chain, givenOf(chance), {
            ...decidedBy(chance),
            ...(isForHonour(contract, flow, chance) ? HONOUR : {}),
          });
        if (isAboutMoney || movesOther(flow))
          for (const chance of storedChancesOf(flow))
            report(chance.step, words.says.stored, givenOf(chance), CALLERS);
        if (!isAboutMoney) continue;
        for (const chance of callerChancesOf(flow))
          if (isUnasked(flow, chance.step))
            report(chance.step, words.says.callerSeed, givenOf(chance), CALLERS);
      }
    }
  },
});

/** What another contract keeps changes hands: a thing, a score. */
const movesOther = (flow: Flow): boolean => stepsOf(flow, 'external').some((step) => !isQuestion(step));

const HONOUR: Detail = { severity: 'info' };

/** Who else has a say in the seed is not seen. */
const CALLERS: Detail = { severity: 'high', confidence: 'medium' };

const givenOf = ({ step, sources, made = step }: Chance) => ({
  source: sources.join(', '),
  outcome: sourceOf(made.module, made.node),
});

/** Of a seed that is hashed in a function of its own: what is decided with it. */
function decidedBy({ step, made }: Chance): Detail {
  if (made === undefined) return {};
  const outcome = sourceOf(step.module, step.node);
  return {
    reasons: [
      { at: step, text: { en: `${outcome} is decided here`, ko: `\`${outcome}\` 값이 여기에서 정해집니다` } },
    ],
  };
}
