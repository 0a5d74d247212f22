import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { everyFlow } from '../../domain/flow/every-flow.ts';
import { declaredCall, type DeclaredCall } from '../../domain/flow/declared-calls.ts';
import { isStep, type StepOf } from '../../domain/flow/flow.ts';
import { isHandle } from '../../domain/flow/depth.ts';
import { held } from '../../domain/flow/held.ts';
import { isOutOfJson } from '../../domain/flow/json.ts';
import { spellingOf } from '../../domain/flow/spelling.ts';
import { askedUncalled, missingOfContainer, missingOfInterface } from '../../domain/flow/missing-methods.ts';
import { isUncalled, kindOfUncalled } from '../../domain/flow/uncalled.ts';
import { reboundContainers } from '../../domain/storage/rebound.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { comparisonsOf } from '../../domain/flow/uses.ts';
import {
  hasOrigin,
  sourceOf,
  type Arithmetic,
  type Comparison,
  type Value,
} from '../../domain/flow/values.ts';
import { misfitOperands } from '../../domain/model/operands.ts';
import { meaningOf } from '../../domain/model/meaning.ts';
import { nearestName } from '../../domain/model/nearest-name.ts';
import { parentCalls } from '../../domain/model/parent-calls.ts';
import { findMethod, type Program } from '../../domain/model/program.ts';
import { misfitOf, openParameters, passedByCall, type Passed } from '../../domain/model/signature.ts';
import type { Engine, Subject } from '../../domain/model/subject.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { describeTypes, isOnly, Type, type TypeSet } from '../../domain/model/types.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import type { Call, Expression, Node } from '../../domain/python/tree.ts';
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
    const isRebound = reboundContainers(subject);
    const ofParents = new Set(parentCalls(subject.program, subject.facts).map(({ found }) => found.node));
    for (const flow of everyFlow(subject)) {
      const { steps } = flow;
      for (const step of steps) {
        // An entry point is entered, and a property read, by a call that nobody wrote.
        const call = subject.facts.find(step.node) === undefined ? undefined : declaredCall(step);
        if (call === undefined) continue;
        // L16 tells of calls of a parent, and of an override that cannot take what its parent takes.
        if (!seen.has(step.node) && !ofParents.has(call.node) && !fitsParent(step, call))
          checkFit(step, call, report);
        seen.add(step.node);
        checkTypes(step, call, isRebound, report);
      }
      for (const step of steps) {
        checkMissing(step, report);
        checkUncalled(subject, step, report);
        if (isStep(step, 'external')) checkAddress(step, report);
        if (isStep(step, 'arithmetic')) checkOperands(subject, step.action, step.node, report);
        if (isStep(step, 'platform')) checkJson(subject, step, isRebound, report);
      }
      for (const comparison of comparisonsOf(flow))
        checkOperands(subject, comparison, comparison.node, report);
    }
    for (const found of subject.facts.of('Call')) checkPlatform(subject, found, report);
  },
});

/** What is called is not there: an interface does not declare it, or no container has it. */
function checkMissing(step: Step, report: Report): void {
  if (isTestModule(step.module)) return;
  const { item, method: asked = '' } = missingOfContainer(step) ?? {};
  if (item !== undefined && item.kind !== 'DictDB')
    report(step, words.says.container, { kind: item.kind, method: asked });
  const missing = isStep(step, 'external') ? missingOfInterface(step) : undefined;
  if (missing === undefined) return;
  const { method, owner, known } = missing;
  const meant = nearestName(method, known);
  if (meant === undefined) report(step, words.says.undeclared, { method, owner });
  else report(step, words.says.similar, { method, owner, meant });
}

/** `self.supply.get()` where `supply` is a method. */
function checkUncalled({ facts }: Subject, step: Step, report: Report): void {
  const of = isTestModule(step.module) ? undefined : askedUncalled(step);
  if (of !== undefined)
    report(step, words.says.uncalled, {
      value: spellingOf(facts, of, step.module),
      call: sourceOf(step.module, step.node),
    });
}

/** One of several, or a multiple of what may be text. */
const isUnsure = ({ choices, made }: Value): boolean => choices !== undefined || made?.operator === '*';

/** An operator is a call of a method that raises for what it does not take. */
function checkOperands(
  { facts }: Subject,
  { operator, left, right }: Pick<Comparison | Arithmetic, 'operator' | 'left' | 'right'>,
  node: Node,
  report: Report,
): void {
  const misfits = misfitOperands(operator, left.types, right.types);
  const found = facts.find(node);
  if (misfits === undefined || found === undefined || isTestModule(found.module)) return;
  if ([left, right].some(isUnsure)) return;
  report(found, words.says.operands, { expression: sourceOf(found.module, node), operator, ...misfits });
}

/** What the platform is called with: all parameters, and how many of them are needed. */
const PARAMETERS: ReadonlyMap<string, readonly [all: readonly string[], needed: number]> = new Map([
  ['VarDB', [['var_key', 'db', 'value_type'], 3]],
  ['ArrayDB', [['var_key', 'db', 'value_type'], 3]],
  ['DictDB', [['var_key', 'db', 'value_type', 'depth'], 3]],
  // Asked of the class, it wants the contract itself first in the engine before goloop.
  ['IconScoreBase.create_interface_score', [['self', 'addr_to', 'interface_cls'], 3]],
]);

/** Whose second argument is a number. */
const WITH_CODE: ReadonlySet<string> = new Set(['revert', 'IconScoreException']);

function checkPlatform({ program, engine }: Subject, found: Found<Call>, report: Report): void {
  const { node, module } = found;
  const meaning = isTestModule(module) ? undefined : meaningOf(program, found, node.callee);
  if (meaning?.kind !== 'platform') return;
  const passed = passedByCall(node);
  const parameters = PARAMETERS.get(meaning.name);
  if (parameters !== undefined && passed !== undefined)
    checkParameters(found, meaning.name, parameters, passed, engine, report);
  const code = node.args[1] ?? node.keywords.find(({ name }) => name === 'code')?.value;
  if (!WITH_CODE.has(meaning.name) || code === undefined || !isText(program, found, code)) return;
  const given = { call: meaning.name, parameter: 'code', want: 'int', got: 'str' };
  report(found, words.says.type, given, { severity: 'medium' });
}

/** Written out, or a constant of a module that is. */
function isText(program: Program, found: Found, node: Expression): boolean {
  if (node.kind === 'String' || node.kind === 'FString') return true;
  if (node.kind !== 'Name' || meaningOf(program, found, node).kind !== 'value') return false;
  const symbol = program.scopes.get(found.module)?.names.get(node.id);
  return symbol?.kind === 'value' && symbol.value?.kind === 'String';
}

function checkParameters(
  found: Found<Call>,
  call: string,
  [all, needed]: readonly [readonly string[], number],
  { positional, names }: Passed,
  engine: Engine,
  report: Report,
): void {
  const keyword = names.find((name) => !all.includes(name));
  const missing =
    all[0] === 'self' && positional + names.length < needed
      ? 'self'
      : all.slice(positional, needed).find((name) => !names.includes(name));
  if (positional > all.length)
    report(found, words.says.surplus, { call, takes: all.length, given: positional });
  else if (keyword !== undefined) report(found, words.says.keyword, { call, keyword });
  else if (missing === 'self') tellSelf(found, call, engine, report);
  else if (missing !== undefined) report(found, words.says.missing, { call, parameter: missing });
}

function tellSelf(found: Found<Call>, call: string, engine: Engine, report: Report): void {
  if (engine !== 'goloop')
    report(found, words.says.self, { call }, engine === 'v1' ? {} : { severity: 'medium' });
}

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

/** Whether the call fits the method that stands in its own class or above, and only an override further down takes something else. */
function fitsParent({ action, frame }: Step, { node }: DeclaredCall): boolean {
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

function checkTypes(
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

function fits(wanted: TypeSet, given: Value, of: DeclaredCall['of']): boolean {
  // What stands under one name of a dict says nothing of another, but none of JSON is an address.
  if (isOfJson(given)) return !isOutOfJson(given) || !isOnly(wanted, OUTSIDE_JSON | Type.none);
  if (accepts(of === 'package' ? lenient(wanted) : wanted, given.types)) return true;
  return of === 'package' && servesAsList(wanted, given);
}

/** What no entry of JSON is. */
const OUTSIDE_JSON = Type.address | Type.bytes;

/** Text or a number in the place of the address of another contract. */
function checkAddress({ module, node, action: { address } }: StepOf<'external'>, report: Report): void {
  if (!isOnly(address.types, Type.str | Type.bytes | Type.int) || isOfJson(address)) return;
  const given = {
    call: 'create_interface_score',
    parameter: 'addr_to',
    want: 'Address',
    got: describeTypes(address.types),
  };
  report({ module, node }, words.says.type, given);
}

/** What JSON has no word for. */
const NOT_JSON = Type.address | Type.bytes | Type.set;

function checkJson(
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

const isOfJson = (value: Value): boolean => value.node.kind === 'Subscript' && hasOrigin(value, 'json');

/** Inside of a contract `0` serves as a bool; an event and another contract look at the type. */
const lenient = (wanted: TypeSet): TypeSet => ((wanted & Type.bool) !== 0 ? wanted | Type.int : wanted);

/** An ArrayDB is walked through, counted and indexed as a list is; a helper says `list` for want of a better name. */
const servesAsList = (wanted: TypeSet, { reference }: Value): boolean =>
  (wanted & Type.list) !== 0 && reference?.kind === 'container' && reference.item.kind === 'ArrayDB';

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
