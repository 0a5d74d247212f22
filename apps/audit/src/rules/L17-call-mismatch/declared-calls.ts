import type { Detail, Report } from '../../catalogue/rule.ts';
import type { DeclaredCall } from '../../domain/flow/declared-calls.ts';
import { fits, isOfJson } from '../../domain/flow/fits.ts';
import type { StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf, type Value } from '../../domain/flow/values.ts';
import { findMethod } from '../../domain/model/program.ts';
import { misfitOf, openParameters, passedByCall, type Misfit } from '../../domain/model/signature.ts';
import { describeTypes, isOnly, Type } from '../../domain/model/types.ts';
import { words } from './words.ts';

/** What does not fit between a call and the declaration of what it calls, however that is to be told. */
export function misfitOfCall({ node, parameters }: DeclaredCall): Misfit | undefined {
  const passed = passedByCall(node);
  return passed === undefined || parameters === undefined ? undefined : misfitOf(parameters, passed);
}

/** Parameters that a call leaves out, that are too many, or that nobody declared. */
export function checkFit(step: Step, declared: DeclaredCall, report: Report): void {
  const { node, of } = declared;
  const misfit = misfitOfCall(declared);
  const call = sourceOf(step.module, node.callee);
  const detail = detailOf(of, call);
  if (misfit?.kind === 'missing')
    report(step, words.says.missing, { call, parameter: misfit.parameter }, detail);
  if (misfit?.kind === 'surplus') {
    report(step, words.says.surplus, { call, takes: misfit.takes, given: misfit.given }, detail);
  }
  if (misfit?.kind === 'keyword') report(step, words.says.keyword, { call, keyword: misfit.keyword }, detail);
}

/** Whether the call fits the method that stands in its own class or above, and only an override further down takes something else. */
export function fitsParent({ action, frame }: Step, { node }: DeclaredCall): boolean {
  if (action.kind !== 'call') return false;
  const { fn } = action;
  const owner = frame.fn.owner;
  if (owner === undefined || fn.owner === undefined || owner.order.includes(fn.owner)) return false;
  const parent = findMethod(owner, fn.name);
  const passed = passedByCall(node);
  return (
    parent !== undefined && passed !== undefined && misfitOf(openParameters(parent), passed) === undefined
  );
}

/** The stub of another contract's method may itself be wrong, and a wrong log line loses nothing. */
function detailOf(of: DeclaredCall['of'], call: string): Detail {
  if (of === 'interface') return { confidence: 'medium' };
  return of === 'platform' && call.startsWith('Logger.') ? { severity: 'low' } : {};
}

/** Values of another type than their parameters are declared with. */
export function checkTypes(
  step: Step,
  { node, types, args, keywords, of }: DeclaredCall,
  isRebound: (value: Value) => boolean,
  report: Report,
): void {
  for (const [index, { name: parameter, types: wanted }] of types.entries()) {
    const given = args[index] ?? keywords.get(parameter);
    if (given === undefined || fits(wanted, given, of)) continue;
    const call = sourceOf(step.module, node.callee);
    const got = given.types === 0 ? 'JSON' : describeTypes(given.types & ~Type.none);
    const detail: Detail = isRebound(given) ? { confidence: 'low' } : detailOf(of, call);
    report(step, words.says.type, { call, parameter, want: describeTypes(wanted), got }, detail);
  }
}

/** Text or a number in the place of the address of another contract. */
export function checkAddress(
  { module, node, action: { address } }: StepOf<'external'>,
  report: Report,
): void {
  if (!isOnly(address.types, Type.str | Type.bytes | Type.int) || isOfJson(address)) return;
  const given = {
    call: 'create_interface_score',
    parameter: 'addr_to',
    want: 'Address',
    got: describeTypes(address.types),
  };
  report({ module, node }, words.says.type, given);
}
