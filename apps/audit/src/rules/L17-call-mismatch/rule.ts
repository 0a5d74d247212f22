import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { everyFlow } from '../../domain/flow/every-flow.ts';
import { declaredCall, type DeclaredCall } from '../../domain/flow/declared-calls.ts';
import type { Step } from '../../domain/flow/steps.ts';

import { sourceOf } from '../../domain/flow/values.ts';
import { misfitOf, passedByCall } from '../../domain/model/signature.ts';
import { describeTypes, Type, type TypeSet } from '../../domain/model/types.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L17',
  name: 'call-mismatch',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-W02'],
  words,
  check(subject, report) {
    const seen = new Set<unknown>();
    for (const { steps } of everyFlow(subject)) {
      for (const step of steps) {
        // An entry point is entered, and a property read, by a call that nobody wrote.
        const call = subject.facts.find(step.node) === undefined ? undefined : declaredCall(step);
        if (call === undefined) continue;
        if (!seen.has(step.node)) checkFit(step, call, report);
        seen.add(step.node);
        checkTypes(step, call, report);
      }
    }
  },
});

function checkFit(step: Step, { node, parameters, of }: DeclaredCall, report: Report): void {
  const passed = passedByCall(node);
  const misfit = passed === undefined || parameters === undefined ? undefined : misfitOf(parameters, passed);
  const call = sourceOf(step.module, node.callee);
  const detail = detailOf(of, call);
  if (misfit?.kind === 'missing')
    report(step, words.says.missing, { call, parameter: misfit.parameter }, detail);
  if (misfit?.kind === 'surplus') {
    report(step, words.says.surplus, { call, takes: misfit.takes, given: misfit.given }, detail);
  }
  if (misfit?.kind === 'keyword') report(step, words.says.keyword, { call, keyword: misfit.keyword }, detail);
}

/** The stub of another contract's method may itself be wrong, and a wrong log line loses nothing. */
function detailOf(of: DeclaredCall['of'], call: string): Detail {
  if (of === 'interface') return { confidence: 'medium' };
  return of === 'platform' && call.startsWith('Logger.') ? { severity: 'low' } : {};
}

function checkTypes(step: Step, { node, types, args, keywords, of }: DeclaredCall, report: Report): void {
  for (const [index, { name: parameter, types: wanted }] of types.entries()) {
    const given = args[index] ?? keywords.get(parameter);
    if (given === undefined || accepts(of === 'package' ? lenient(wanted) : wanted, given.types)) continue;
    const call = sourceOf(step.module, node.callee);
    const got = describeTypes(given.types & ~Type.none);
    report(step, words.says.type, { call, parameter, want: describeTypes(wanted), got }, detailOf(of, call));
  }
}

/** Inside of a contract `0` serves as a bool; an event and another contract look at the type. */
const lenient = (wanted: TypeSet): TypeSet => ((wanted & Type.bool) !== 0 ? wanted | Type.int : wanted);

const COLLECTIONS: TypeSet = Type.list | Type.tuple | Type.set;

/** `None` always fits; a bool is an int, an int serves as a float, and any collection as another. */
function accepts(wanted: TypeSet, types: TypeSet): boolean {
  const given = types & ~Type.none;
  if (wanted === 0 || given === 0) return true;
  return (given & (wanted | alsoFit(wanted))) !== 0;
}

function alsoFit(wanted: TypeSet): TypeSet {
  const numbers =
    (wanted & Type.int) !== 0 ? Type.bool : (wanted & Type.float) !== 0 ? Type.int | Type.bool : 0;
  return (wanted & COLLECTIONS) !== 0 ? numbers | COLLECTIONS : numbers;
}
