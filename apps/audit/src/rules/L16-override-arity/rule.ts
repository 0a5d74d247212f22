import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { isDeployment } from '../../domain/model/lifecycle.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import { parentCalls, type ParentCall } from '../../domain/model/parent-calls.ts';
import {
  findAbove,
  findMethod,
  type ClassModel,
  type FunctionModel,
  type Program,
} from '../../domain/model/program.ts';
import {
  keepsSignature,
  misfitOf,
  openParameters,
  parameterList,
  passedBy,
  type Passed,
} from '../../domain/model/signature.ts';
import { selfCalls } from '../../domain/model/self-calls.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L16',
  name: 'override-arity',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-C14'],
  words,
  check(subject, report) {
    for (const call of parentCalls(subject.program, subject.facts)) checkCall(subject.program, call, report);
    const calls = selfCalls(subject.facts);
    for (const cls of subject.program.classes) {
      if (cls.role !== 'interface' && cls.role !== 'struct')
        for (const fn of cls.methods.values()) checkOverride(cls, fn, calls.get(fn.name) ?? [], report);
    }
  },
});

function checkCall(program: Program, call: ParentCall, report: Report): void {
  const passed = passedBy(call.args, call.found.node.keywords);
  if (passed === undefined) return;
  const tell = (parent: string, takes: string) =>
    report(call.found, words.says.parentCall, {
      call: sourceOf(call.found.module, call.found.node),
      parent,
      takes,
    });
  for (const parent of parentsOf(program, call)) {
    if (parent === 'platform') {
      const takes = call.method === '__init__' ? 'db' : '';
      if (!fitsPlatform(call, passed)) {
        tell(`IconScoreBase.${call.method}`, takes);
        return;
      }
    } else if (keepsSignature(parent) && misfitOf(openParameters(parent), passed) !== undefined) {
      tell(`${parent.owner?.name ?? ''}.${parent.name}`, parameterList(openParameters(parent)));
      return;
    }
  }
}

/** The methods that a call reaches in the classes of the package that nothing derives from: mix-ins change what stands above. */
function parentsOf(
  { classes }: Program,
  { owner, method, named }: ParentCall,
): readonly (FunctionModel | 'platform')[] {
  if (named === 'missing') return [];
  if (named === 'platform') return isOfPlatform(owner) ? ['platform'] : [];
  if (named !== undefined) {
    const found = findMethod(named, method);
    return found !== undefined ? [found] : isOfPlatform(named) ? ['platform'] : [];
  }
  const family = classes.filter(({ order }) => order.includes(owner));
  const leaves = family.filter((cls) => !family.some(({ order }) => order.includes(cls) && order[0] !== cls));
  const parents = leaves.flatMap((cls): (FunctionModel | 'platform')[] => {
    const above = findAbove(cls, owner, method);
    return above !== undefined ? [above] : isOfPlatform(cls) ? ['platform'] : [];
  });
  return [...new Set(parents)];
}

const isOfPlatform = ({ role, unknownBase }: ClassModel): boolean => role === 'contract' && !unknownBase;

/** `__init__(db)`, `on_install(**kwargs)`, `on_update(**kwargs)`. */
function fitsPlatform({ method }: ParentCall, { positional, names }: Passed): boolean {
  if (method === '__init__') return positional + names.length === 1;
  return !isDeployment({ name: method }) || positional === 0;
}

function checkOverride(cls: ClassModel, fn: FunctionModel, calls: readonly Found[], report: Report): void {
  if (fn.name.startsWith('__') || isDeployment(fn) || fn.binding === 'property' || !keepsSignature(fn))
    return;
  const parent = findAbove(cls, cls, fn.name);
  if (parent === undefined || !keepsSignature(parent) || parent.binding !== fn.binding || serves(fn, parent))
    return;
  const given = {
    method: fn.name,
    takes: parameterList(openParameters(fn)),
    parent: `${parent.owner?.name ?? ''}.${fn.name}`,
    wants: parameterList(openParameters(parent)),
  };
  const above = new Set(cls.order.slice(1));
  const called = calls.some((found) => found.cls !== undefined && above.has(found.cls));
  report(nameOf(fn), words.says.override, given, called ? {} : weightOf(parent));
}

/** Where nothing calls the method for an object of the family, only callers from outside could be surprised. */
function weightOf(parent: FunctionModel): Detail {
  return parent.abstract
    ? { severity: 'medium', confidence: 'medium' }
    : { severity: 'low', confidence: 'low' };
}

/** Whether a method can be called with what its parent needs. */
function serves(fn: FunctionModel, parent: FunctionModel): boolean {
  const parameters = openParameters(fn);
  const wanted = openParameters(parent).filter(
    ({ style }) => style === 'plain' || style === 'positional-only',
  );
  const required = wanted.filter((parameter) => parameter.default === undefined).length;
  return misfitOf(parameters, { positional: required, names: [] }) === undefined;
}
