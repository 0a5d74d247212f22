import { defineRule, type Report } from '../../catalogue/rule.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { typesOfAnnotation } from '../../domain/model/annotations.ts';
import { Completion } from '../../domain/model/completion.ts';
import { dotted } from '../../domain/model/dotted.ts';
import { isOverridden } from '../../domain/model/overrides.ts';
import type { FunctionModel, Program } from '../../domain/model/program.ts';
import { isStub } from '../../domain/model/stubs.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { Type } from '../../domain/model/types.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import type { Expression, Return } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'Q14',
  name: 'missing-return',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check(subject, report) {
    const completion = new Completion(subject.program, subject.facts);
    const generators = new Set(subject.facts.of('Yield').map(({ fn }) => fn));
    for (const fn of subject.facts.functions) {
      const { returns } = fn.node;
      if (
        returns === undefined ||
        isTestModule(fn.module) ||
        generators.has(fn) ||
        !mustReturn(subject.program, fn, returns)
      )
        continue;
      checkFunction(fn, returns, returnsOf(subject, fn), completion, report);
    }
  },
});

/** Whether a function promises a value, and is no mere declaration of what others do. */
function mustReturn(program: Program, fn: FunctionModel, returns: Expression): boolean {
  if (fn.event !== undefined || fn.declared || fn.abstract || fn.owner?.role === 'interface') return false;
  if ((typesOfAnnotation(returns) & Type.none) !== 0 || /^(?:NoReturn|Never)$/.test(dotted(returns) ?? ''))
    return false;
  return !isStub(fn) || !(isOverridden(program, fn) || isProtocol(fn));
}

/** What `Protocol` describes is written elsewhere. */
const isProtocol = ({ owner }: FunctionModel): boolean =>
  owner?.bases.some(({ name }) => /(?:^|\.)Protocol$/.test(name)) === true;

const returnsOf = ({ facts }: Subject, fn: FunctionModel): Return[] =>
  facts.beside({ fn, module: fn.module }, 'Return').map(({ node }) => node);

function checkFunction(
  fn: FunctionModel,
  returns: Expression,
  all: readonly Return[],
  completion: Completion,
  report: Report,
): void {
  const { module, node } = fn;
  const at = { module, node: { start: node.nameStart, end: node.nameStart + fn.name.length } };
  const given = { method: fn.name, declared: sourceOf(module, returns) };
  // Only what is exposed reaches somebody who cannot see the source.
  const detail = fn.external === undefined ? ({ severity: 'low' } as const) : {};
  const bare = all.find(({ value }) => value === undefined);
  const falls = completion.completes(node.body);
  if (bare === undefined && !falls) return;
  if (!all.some(({ value }) => value !== undefined)) {
    report(at, words.says.never, given, detail);
    return;
  }
  const last = bare?.start ?? node.body.at(-1)?.start ?? node.start;
  report(at, words.says.path, { ...given, line: module.lines.positionOf(last).line }, detail);
}
