import type { Report } from '../../catalogue/rule.ts';
import { isHandle } from '../../domain/flow/depth.ts';
import type { StepOf } from '../../domain/flow/flow.ts';
import { held } from '../../domain/flow/held.ts';
import { spellingOf } from '../../domain/flow/spelling.ts';
import { isUncalled, kindOfUncalled } from '../../domain/flow/uncalled.ts';
import type { Value } from '../../domain/flow/values.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { describeTypes, isOnly, Type } from '../../domain/model/types.ts';
import { words } from './words.ts';

/** What JSON has no word for. */
const NOT_JSON = Type.address | Type.bytes | Type.set;

/** What is written down as JSON and cannot be. */
export function checkJson(
  { facts }: Subject,
  step: StepOf<'platform'>,
  isRebound: (value: Value) => boolean,
  report: Report,
): void {
  const { name, args, keywords } = step.action;
  const [first] = args;
  // With a `default`, the contract says itself how such things are written.
  if (!/^json[._]dumps$/.test(name) || first === undefined || keywords.size > 0) return;
  const misfit = held(first).find(
    (each) => isOnly(each.types, NOT_JSON) || isUncalled(each) || isHandle(each),
  );
  if (misfit === undefined) return;
  const given = { value: spellingOf(facts, misfit, step.module), kind: kindOf(misfit) };
  report(step, words.says.json, given, isRebound(misfit) ? { confidence: 'low' } : {});
}

function kindOf(misfit: Value): string {
  if (isUncalled(misfit)) return kindOfUncalled(misfit);
  const { reference, types } = misfit;
  return reference?.kind === 'container' ? reference.item.kind : describeTypes(types);
}
