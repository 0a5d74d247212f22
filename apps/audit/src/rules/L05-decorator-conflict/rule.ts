import { defineRule, type Report } from '../../catalogue/rule.ts';
import { sitesInEntry } from '../../domain/access/site.ts';
import { stepsOf, type Flow } from '../../domain/flow/flow.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { isDeployment } from '../../domain/model/lifecycle.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import {
  API_DECORATORS,
  platformDecorators,
  type ApiDecorator,
} from '../../domain/model/platform-decorators.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import { words } from './words.ts';

/** A method is one of these, and nothing else; `external` and `payable` go together. */
const PAIRS: readonly (readonly [ApiDecorator, ApiDecorator])[] = [
  ['eventlog', 'external'],
  ['eventlog', 'payable'],
  ['interface', 'external'],
  ['interface', 'payable'],
  ['interface', 'eventlog'],
];

export const rule = defineRule({
  id: 'L05',
  name: 'decorator-conflict',
  severity: 'critical',
  confidence: 'high',
  checklist: [],
  words,
  check({ program, contracts }, report) {
    for (const fn of program.functions) if (fn.decorators.length > 0) checkMethod(fn, report);
    for (const { judged } of contracts)
      for (const flow of judged) if (flow.entry.kind === 'readonly') checkQuery(flow, report);
  },
});

/** The engine refuses what a query changes, also when another contract asks it within a transaction. */
function checkQuery(flow: Flow, report: Report): void {
  const { entry } = flow;
  const [change] = (['write', 'event', 'transfer'] as const).flatMap((kind) => stepsOf(flow, kind));
  if (change === undefined) return;
  const given = { method: entry.fn.name, change: sourceOf(change.module, change.node) };
  const direct = change.frame.fn === entry.fn;
  report(sitesInEntry(flow)(change) ?? change, words.says.query, given, {
    severity: 'high',
    confidence: direct ? 'high' : 'medium',
  });
}

function checkMethod(fn: FunctionModel, report: Report): void {
  const { name: method, owner } = fn;
  const has = (decorator: ApiDecorator) => platformDecorators(fn, decorator).length > 0;
  const twice = API_DECORATORS.find((decorator) => platformDecorators(fn, decorator).length > 1);
  if (twice !== undefined) {
    report(nameOf(fn), words.says.twice, { method, decorator: twice });
    return;
  }
  const pair = PAIRS.find(([first, second]) => has(first) && has(second));
  if (pair !== undefined) {
    report(nameOf(fn), words.says.both, { method, first: pair[0], second: pair[1] });
    return;
  }
  if (fn.external?.readonly === true && fn.payable) {
    report(nameOf(fn), words.says.both, {
      method,
      first: 'external(readonly=True)',
      second: 'payable',
    });
    return;
  }
  // What is said of fallback and of lifecycle methods is said by L11 and L04.
  if (
    fn.payable &&
    fn.external === undefined &&
    owner !== undefined &&
    method !== 'fallback' &&
    !isDeployment(fn)
  ) {
    report(nameOf(fn), words.says.payable, { method });
    return;
  }
  if (fn.declared && owner !== undefined && owner.role !== 'interface' && !owner.unknownBase) {
    report(nameOf(fn), words.says.interface, { method, owner: owner.name });
  }
}
