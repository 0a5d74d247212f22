import { defineRule } from '../../catalogue/rule.ts';
import { everyFlow } from '../../domain/flow/every-flow.ts';
import { stepsOf } from '../../domain/flow/flow.ts';
import { isOverridden } from '../../domain/model/overrides.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import { isStub } from '../../domain/model/stubs.ts';
import { words } from './words.ts';

/** Events are named like this; methods are not. */
const CAMEL_CASE = /^[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*$/;

export const rule = defineRule({
  id: 'T11',
  name: 'undecorated-event',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check(subject, report) {
    const called = new Set(
      everyFlow(subject).flatMap((flow) => stepsOf(flow, 'call').map(({ action }) => action.fn)),
    );
    for (const fn of subject.program.functions) {
      if (!called.has(fn) || !looksLikeEvent(fn) || isOverridden(subject.program, fn)) continue;
      const at = {
        module: fn.module,
        node: { start: fn.node.nameStart, end: fn.node.nameStart + fn.name.length },
      };
      report(at, words.says.empty, { method: fn.name });
    }
  },
});

const looksLikeEvent = (fn: FunctionModel): boolean =>
  fn.owner !== undefined &&
  fn.owner.role !== 'interface' &&
  fn.decorators.length === 0 &&
  !fn.abstract &&
  CAMEL_CASE.test(fn.name) &&
  isStub(fn);
