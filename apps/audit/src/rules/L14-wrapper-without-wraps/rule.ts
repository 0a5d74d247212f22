import { defineRule, type Report } from '../../catalogue/rule.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import { isApi, isApiDecorator } from '../../domain/model/platform-decorators.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { takesOver, Wrappers } from '../../domain/model/wrappers.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L14',
  name: 'wrapper-without-wraps',
  severity: 'critical',
  confidence: 'high',
  checklist: [],
  words,
  check(subject, report) {
    const wrappers = new Wrappers(subject.program, subject.facts);
    for (const fn of subject.program.functions) {
      if (!isApi(fn)) continue;
      if (isNested(subject, fn)) report(nameOf(fn), words.says.nested, { method: fn.name });
      else checkDecorators(subject, wrappers, fn, report);
    }
  },
});

/** The engine takes the class from the qualified name, which must be `Class.method` and no more. */
function isNested({ facts }: Subject, { owner }: FunctionModel): boolean {
  if (owner === undefined) return true;
  const around = facts.find(owner.node);
  return around?.cls !== undefined || around?.fn !== undefined;
}

function checkDecorators(subject: Subject, wrappers: Wrappers, fn: FunctionModel, report: Report): void {
  const lowest = fn.decorators.findLastIndex(isApiDecorator);
  const highest = fn.decorators.findIndex(isApiDecorator);
  for (const [index, decorator] of fn.decorators.entries()) {
    for (const wrapper of wrappers.of(decorator)) {
      const given = { decorator: decorator.name, inner: wrapper.name, method: fn.name };
      // Decorators run from the lowest one up: the platform's sees what those below it return.
      if (index > highest && !takesOver(subject.facts, wrapper, '__qualname__'))
        report(nameOf(wrapper), words.says.below, given);
      else if (index < lowest && !takesOver(subject.facts, wrapper, '__dict__'))
        report(nameOf(wrapper), words.says.above, given);
    }
  }
}
