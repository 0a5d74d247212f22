import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { isDeployment } from '../../domain/model/lifecycle.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import { parentCalls, type ParentCall } from '../../domain/model/parent-calls.ts';
import { findAbove, type FunctionModel } from '../../domain/model/program.ts';
import { isDocstring } from '../../domain/model/stubs.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import type { Statement } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L01',
  name: 'super-first',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C14'],
  words,
  check({ program, facts }, report) {
    const calls = lifecycleCalls(parentCalls(program, facts));
    for (const cls of program.classes) {
      if (cls.role !== 'contract') continue;
      for (const fn of cls.methods.values()) {
        if ((fn.name === '__init__' || isDeployment(fn)) && !fn.abstract)
          checkMethod(fn, calls.get(fn) ?? [], report);
      }
    }
  },
});

/** Calls of the parent's method of the same name, by the method that makes them. */
function lifecycleCalls(calls: readonly ParentCall[]): Map<FunctionModel, ParentCall[]> {
  const byMethod = new Map<FunctionModel, ParentCall[]>();
  for (const call of calls) {
    if (call.method === call.fn.name) byMethod.set(call.fn, [...(byMethod.get(call.fn) ?? []), call]);
  }
  return byMethod;
}

function checkMethod(fn: FunctionModel, calls: readonly ParentCall[], report: Report): void {
  const [first] = fn.node.body.filter((statement) => !isDocstring(statement));
  const [call] = calls;
  if (call === undefined) {
    report(nameOf(fn), words.says.missing, { method: fn.name }, insertion(fn, first));
    return;
  }
  if (
    first === undefined ||
    calls.some(({ found }) => first.kind === 'ExpressionStatement' && first.value === found.node)
  )
    return;
  const at = call.found;
  if (isConditional(at, fn)) {
    report(at, words.says.conditional, { method: fn.name });
    return;
  }
  report(
    at,
    words.says.late,
    { method: fn.name, before: sourceOf(fn.module, first, 40) },
    move(fn, first, call),
  );
}

const CHOICES: ReadonlySet<string> = new Set([
  'If',
  'For',
  'While',
  'Try',
  'Conditional',
  'BooleanOperation',
  'Match',
]);

function isConditional(at: Found, fn: FunctionModel): boolean {
  for (let around = at.parent; around !== undefined && around.node !== fn.node; around = around.parent) {
    if (CHOICES.has(around.node.kind)) return true;
  }
  return false;
}

/** Adds the call where the parent is the engine's class, whose method takes nothing; what another parent wants is not known. */
function insertion(fn: FunctionModel, first: Statement | undefined): Detail {
  const { owner, module } = fn;
  if (owner === undefined || first === undefined || findAbove(owner, owner, fn.name) !== undefined) return {};
  const indent = indentOf(fn, first);
  const database = fn.node.parameters[1]?.name;
  if (indent === undefined || (fn.name === '__init__' && database === undefined)) return {};
  const call = fn.name === '__init__' ? `super().__init__(${database ?? ''})` : `super().${fn.name}()`;
  return {
    fix: {
      safe: true,
      edits: [{ start: first.start, end: first.start, text: `${call}${lineEnd(module.text)}${indent}` }],
    },
  };
}

/** Takes the call from where it stands to the front, if all it passes is there already when the method begins. */
function move(fn: FunctionModel, first: Statement, { found, args }: ParentCall): Detail {
  const { text, lines } = fn.module;
  const known = new Set(fn.node.parameters.map(({ name }) => name));
  const indent = indentOf(fn, first);
  const ready =
    args.every((each) => each.kind === 'Name' && known.has(each.id)) && found.node.keywords.length === 0;
  if (indent === undefined || found.parent?.node.kind !== 'ExpressionStatement' || !ready) return {};
  const line = lines.startOf(lines.lineOf(found.node.start));
  const after = lines.startOf(lines.lineOf(found.node.end) + 1);
  if (
    text.slice(line, found.node.start).trim() !== '' ||
    !/^\s*(?:#.*)?$/.test(text.slice(found.node.end, after))
  )
    return {};
  const call = text.slice(found.node.start, found.node.end);
  const edits = [
    { start: first.start, end: first.start, text: `${call}${lineEnd(text)}${indent}` },
    { start: line, end: after, text: '' },
  ];
  return { fix: { safe: true, edits } };
}

/** The white space before a method's first statement; undefined when it stands on the line of the `def`. */
function indentOf({ module: { text, lines } }: FunctionModel, first: Statement): string | undefined {
  const indent = text.slice(lines.startOf(lines.lineOf(first.start)), first.start);
  return /^[ \t]+$/.test(indent) ? indent : undefined;
}

const lineEnd = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
