import { defineRule, type Report } from '../../catalogue/rule.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { foreignContainers } from '../../domain/flow/foreign-containers.ts';
import { stepsOf, type StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf, type Value } from '../../domain/flow/values.ts';
import { madeInterfaces } from '../../domain/model/made-interfaces.ts';
import { meaningOf } from '../../domain/model/meaning.ts';
import type { ClassModel } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import { platformNames } from '../../domain/platform/exports.ts';
import { isEngineName, REFLECTION } from '../../domain/platform/internals.ts';
import type { Attribute } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'D12',
  name: 'internal-api',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-C06'],
  words,
  check(subject, report) {
    checkImports(subject, report);
    checkAttributes(subject, report);
    checkCalls(subject, report);
    for (const flow of judgedFlows(subject)) {
      for (const step of stepsOf(flow, 'platform')) checkReflection(step, report);
      for (const step of foreignContainers(flow)) checkForeign(step, report);
    }
  },
});

function checkImports({ program }: Subject, report: Report): void {
  for (const { module, imports } of program.scopes.values()) {
    if (isTestModule(module)) continue;
    for (const { node, targets } of imports) {
      if (!targets.some(({ name, found }) => found === 'platform' && name.startsWith('iconservice.')))
        continue;
      // What the package itself exports is only fetched the wrong way, which D01 says.
      if (node.kind === 'ImportFrom' && node.names.every(({ name }) => platformNames.has(name))) continue;
      report({ module, node }, words.says.private, { code: sourceOf(module, node) });
    }
  }
}

function checkAttributes(subject: Subject, report: Report): void {
  const own = ownNames(subject);
  for (const found of subject.facts.judged('Attribute')) {
    const { node, module } = found;
    if (isTestModule(module)) continue;
    const code = () => sourceOf(module, node);
    if (node.name === '__annotations__') report(found, words.says.annotations, { code: code() });
    else if (node.name === '__dict__' && isOwnObject(subject, found))
      report(found, words.says.own, { code: code() }, { severity: 'info' });
    else if (REFLECTION.has(node.name) || isOfEngine(subject, found, own))
      report(found, words.says.private, { code: code() });
  }
}

/** An object of a plain class of the package, which has nothing of the engine in it. */
function isOwnObject({ program, facts }: Subject, found: Found<Attribute>): boolean {
  const { node, fn, cls } = found;
  if (node.value.kind !== 'Name') return false;
  const { id } = node.value;
  const isPlain = (of: ClassModel | undefined) =>
    of?.role === 'helper' &&
    !of.unknownBase &&
    !program.classes.some(({ role, order }) => role === 'contract' && order.includes(of));
  if (fn?.owner !== undefined && id === fn.node.parameters[0]?.name) return isPlain(cls);
  const made = facts
    .beside(found, 'Assign')
    .filter(({ node: { targets } }) => targets.some((target) => target.kind === 'Name' && target.id === id));
  return (
    made.length > 0 &&
    made.every((assigned) => {
      const { value } = assigned.node;
      if (value.kind !== 'Call') return false;
      const { callee } = value;
      const meaning = meaningOf(program, assigned, callee.kind === 'Attribute' ? callee.value : callee);
      return meaning.kind === 'class' && isPlain(meaning.cls);
    })
  );
}

/** Attributes, methods and variables that the package itself gives its objects. */
function ownNames({ program, facts }: Subject): ReadonlySet<string> {
  const assigned = facts.of('Attribute').flatMap(({ node, parent }) => {
    const isTarget =
      parent?.node.kind === 'Assign'
        ? parent.node.targets.includes(node)
        : parent?.node.kind === 'AnnotatedAssign' && parent.node.target === node;
    return isTarget ? [node.name] : [];
  });
  const declared = program.classes.flatMap(({ methods, variables }) => [
    ...methods.keys(),
    ...variables.keys(),
  ]);
  return new Set([...assigned, ...declared]);
}

function isOfEngine({ program }: Subject, found: Found<Attribute>, own: ReadonlySet<string>): boolean {
  const { node } = found;
  if (!node.name.startsWith('_') || node.name.startsWith('__')) return false;
  if (meaningOf(program, found, node.value).kind === 'platform') return true;
  return isEngineName(node.name) && !own.has(node.name);
}

/** Classes that are made while the contract runs, and what reads annotations. */
function checkCalls({ program, facts }: Subject, report: Report): void {
  for (const found of facts.judged('Call')) {
    const { node, module } = found;
    if (isTestModule(module)) continue;
    const meaning = meaningOf(program, found, node.callee);
    const isMade = meaning.kind === 'builtin' && meaning.name === 'type' && node.args.length === 3;
    if (!isMade && meaning.kind !== 'outside') continue;
    const code = sourceOf(module, node);
    if (isMade) report(found, words.says.class, { code });
    if (/^types\.(?:new_class|FunctionType|MethodType|CodeType)$/.test(meaning.name))
      report(found, words.says.class, { code });
    if (/\.(?:get_type_hints|signature|getfullargspec)$/.test(meaning.name))
      report(found, words.says.annotations, { code });
  }
  for (const found of madeInterfaces(program, facts)) {
    if (isTestModule(found.module)) continue;
    report(found, words.says.interface, { code: sourceOf(found.module, found.node) });
  }
}

function checkForeign(step: Step, report: Report): void {
  if (isTestModule(step.module)) return;
  report(step, words.says.foreign, { code: sourceOf(step.module, step.node) });
}

const BY_NAME: ReadonlySet<string> = new Set(['getattr', 'setattr', 'delattr']);

/** A member of the contract, of the engine or of a container that is reached by its name. */
function checkReflection(step: StepOf<'platform'>, report: Report): void {
  const { name: builtin, args } = step.action;
  const [of, name] = args;
  if (isTestModule(step.module) || of === undefined) return;
  if (builtin === 'vars' && isGuarded(of)) {
    report(step, words.says.private, { code: sourceOf(step.module, step.node) });
    return;
  }
  if (!BY_NAME.has(builtin) || name === undefined || !isGuarded(of)) return;
  const call = sourceOf(step.module, step.node);
  if (typeof name.constant === 'string') {
    if (name.constant.startsWith('_') && !isOwnMember(of, name.constant))
      report(step, words.says.private, { code: call });
    return;
  }
  // Names from a list in the source reach what stands there and nothing else.
  report(
    step,
    words.says.dynamic,
    { call },
    name.origins.size === 0 && name.types !== 0 ? { severity: 'low', confidence: 'low' } : {},
  );
}

const isOwnMember = ({ reference }: Value, name: string): boolean =>
  reference?.kind === 'instance' &&
  (reference.fields.has(name) ||
    reference.cls.order.some(({ methods, variables }) => methods.has(name) || variables.has(name)));

function isGuarded({ reference }: Value): boolean {
  if (reference?.kind === 'instance') return reference.cls.role === 'contract';
  return ['container', 'database', 'platform', 'contract'].includes(reference?.kind ?? '');
}
