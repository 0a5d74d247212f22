import { defineRule, type Report } from '../../catalogue/rule.ts';
import { isThrownOut } from '../../domain/flow/exceptions.ts';
import { stepsOf, type StepOf } from '../../domain/flow/flow.ts';
import { meaningOf, type Meaning } from '../../domain/model/meaning.ts';
import type { FunctionModel, Program } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import type { Node } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'Q12',
  name: 'non-revert-exception',
  severity: 'low',
  confidence: 'high',
  checklist: [],
  words,
  check(subject, report) {
    const told = new Set<Node>();
    const decorators = decoratorsOf(subject.program);
    for (const { judged } of subject.contracts) {
      for (const flow of judged) {
        if (flow.entry.kind === 'unreached') continue;
        for (const step of stepsOf(flow, 'raise')) {
          // Told once, for the first method that it leaves.
          if (told.has(step.node)) continue;
          if (!checkRaise(subject, step, flow.entry.fn.name, decorators, report)) continue;
          told.add(step.node);
        }
      }
    }
  },
});

function checkRaise(
  subject: Subject,
  step: StepOf<'raise'>,
  method: string,
  decorators: ReadonlySet<FunctionModel>,
  report: Report,
): boolean {
  if (step.action.by !== 'raise' || step.node.kind !== 'Raise' || step.node.exception === undefined)
    return false;
  const found = subject.facts.find(step.node);
  if (found === undefined || (found.fn !== undefined && decorators.has(found.fn))) return false;
  const { exception } = step.node;
  const meaning = meaningOf(subject.program, found, exception.kind === 'Call' ? exception.callee : exception);
  if (!isForeign(meaning) || !isThrownOut(subject, step, meaning)) return false;
  report(step, words.says.raised, { exception: step.action.exception, method });
  return true;
}

/** A decorator itself runs when the class is made, and not when somebody calls; what it returns runs then. */
const decoratorsOf = ({ functions }: Program): ReadonlySet<FunctionModel> =>
  new Set(
    functions.flatMap(({ decorators }) =>
      decorators.flatMap(({ target, call }) =>
        target.kind === 'function'
          ? [target.fn, ...(call === undefined ? [] : functions.filter(({ outer }) => outer === target.fn))]
          : [],
      ),
    ),
  );

/** An exception that is none of the engine's. */
function isForeign(meaning: Meaning): boolean {
  if (meaning.kind === 'builtin') return true;
  return meaning.kind === 'class' && !meaning.cls.unknownBase && !meaning.cls.roots.has('IconScoreException');
}
