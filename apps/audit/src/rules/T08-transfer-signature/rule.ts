import { defineRule, type Report } from '../../catalogue/rule.ts';
import { typesOfAnnotation } from '../../domain/model/annotations.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import { Type } from '../../domain/model/types.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { isFungible, tokenOf } from '../../domain/token/token.ts';
import { words } from './words.ts';

const TYPES: readonly number[] = [Type.address, Type.address, Type.int, Type.bytes];
const INDEXED = 3;

export const rule = defineRule({
  id: 'T08',
  name: 'transfer-signature',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C09', 'CL-C11'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const token = tokenOf(contract);
      if (token.transferEvent !== undefined && isFungible(token)) checkEvent(token.transferEvent, report);
    }
  },
});

function checkEvent(fn: FunctionModel, report: Report): void {
  const at = {
    module: fn.module,
    node: { start: fn.node.nameStart, end: fn.node.nameStart + fn.name.length },
  };
  const parameters = fn.node.parameters.slice(1);
  const differs = parameters.some(({ annotation }, place) => {
    const types = typesOfAnnotation(annotation);
    return types !== 0 && types !== TYPES[place];
  });
  if (parameters.length !== TYPES.length || differs) {
    report(at, words.says.parameters, {
      got: parameters.map((parameter) => sourceOf(fn.module, parameter)).join(', '),
    });
  }
  const indexed = fn.event?.indexed ?? 0;
  if (indexed !== INDEXED) report(at, words.says.indexed, { indexed });
}
