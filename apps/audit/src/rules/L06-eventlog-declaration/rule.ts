import { defineRule, type Report } from '../../catalogue/rule.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { loadedInteger } from '../../domain/model/constants.ts';
import { dotted } from '../../domain/model/dotted.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import { parameterFault, writtenName } from '../../domain/model/parameter-types.ts';
import { platformDecorators } from '../../domain/model/platform-decorators.ts';
import type { FunctionModel, Program } from '../../domain/model/program.ts';
import type { Parameter } from '../../domain/python/tree.ts';
import { words } from './words.ts';

/** Parameters that an event may index (reference score-audit §2.9). */
const MOST_INDEXED = 3;

export const rule = defineRule({
  id: 'L06',
  name: 'eventlog-declaration',
  severity: 'critical',
  confidence: 'high',
  checklist: [],
  words,
  check({ program }, report) {
    for (const fn of program.functions)
      if (fn.event !== undefined && fn.owner !== undefined) checkEvent(program, fn, report);
  },
});

function checkEvent(program: Program, fn: FunctionModel, report: Report): void {
  const [self, ...rest] = fn.node.parameters;
  const event = fn.name;
  const hasSelf = self?.name === 'self';
  if (!hasSelf) report(nameOf(fn), words.says.self, { event });
  const parameters = hasSelf ? rest : fn.node.parameters;
  checkIndexed(program, fn, parameters.length, report);
  for (const each of parameters) checkParameter(program, fn, each, report);
}

function checkIndexed(program: Program, fn: FunctionModel, count: number, report: Report): void {
  const call = platformDecorators(fn, 'eventlog')[0]?.call;
  const [first] = call?.args ?? [];
  if (first !== undefined) {
    report(nameOf(fn), words.says.positional, {
      event: fn.name,
      argument: sourceOf(fn.module, first),
    });
    return;
  }
  const written = call?.keywords.find(({ name }) => name === 'indexed')?.value;
  const indexed = written === undefined ? undefined : loadedInteger(program, fn, written);
  const limit = Math.min(MOST_INDEXED, count);
  if (indexed !== undefined && indexed > limit)
    report(nameOf(fn), words.says.indexed, { event: fn.name, indexed: String(indexed), limit });
}

function checkParameter(program: Program, fn: FunctionModel, each: Parameter, report: Report): void {
  const event = fn.name;
  const fault = parameterFault(program, fn.module, each);
  const { annotation } = each;
  if (fault?.fault === 'kind')
    report(nameOf(fn), words.says.type, { event, parameter: each.name, type: writtenName(each) });
  else if (fault?.fault === 'untyped')
    report(nameOf(fn), words.says.untyped, { event, parameter: each.name });
  else if (annotation !== undefined && (fault?.fault === 'type' || isList(program, fn, annotation))) {
    report(nameOf(fn), words.says.type, {
      event,
      parameter: each.name,
      type: sourceOf(fn.module, annotation),
    });
  }
}

/** What a method may take, an event cannot always carry: a list or a structure loads, and fails when the event is emitted. */
function isList(
  program: Program,
  fn: FunctionModel,
  annotation: NonNullable<Parameter['annotation']>,
): boolean {
  if (annotation.kind === 'Subscript') return dotted(annotation.value)?.split('.').at(-1) === 'List';
  const symbol =
    annotation.kind === 'Name' ? program.scopes.get(fn.module)?.names.get(annotation.id) : undefined;
  return symbol?.kind === 'class' && symbol.cls.role === 'struct';
}
