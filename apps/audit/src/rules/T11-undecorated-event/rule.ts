import { defineRule } from '../../catalogue/rule.ts';
import { everyFlow } from '../../domain/flow/every-flow.ts';
import { stepsOf } from '../../domain/flow/flow.ts';

import type { FunctionModel } from '../../domain/model/program.ts';
import { isStub } from '../../domain/model/stubs.ts';
import type { Subject } from '../../domain/model/subject.ts';
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
      if (!called.has(fn) || !looksLikeEvent(fn) || isHook(fn, subject)) continue;
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

/** A method that a subclass fills. */
const isHook = (fn: FunctionModel, { program }: Subject): boolean =>
  program.classes.some(
    (cls) =>
      cls !== fn.owner && fn.owner !== undefined && cls.order.includes(fn.owner) && cls.methods.has(fn.name),
  );
