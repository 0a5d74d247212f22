import { defineRule } from '../../catalogue/rule.ts';
import { typesOfAnnotation } from '../../domain/model/annotations.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import { Type } from '../../domain/model/types.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L07',
  name: 'reserved-event',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C13'],
  words,
  check({ program }, report) {
    for (const fn of program.functions)
      if (fn.event !== undefined && isReserved(fn)) report(nameOf(fn), words.says.reserved, {});
  },
});

/** `ICXTransfer(Address,Address,int)`: the engine compares the whole signature, so the name with other types is free. */
function isReserved({ name, node }: FunctionModel): boolean {
  const [first, second, third, ...more] = node.parameters
    .slice(1)
    .map(({ annotation }) => typesOfAnnotation(annotation));
  return (
    name === 'ICXTransfer' &&
    first === Type.address &&
    second === Type.address &&
    third === Type.int &&
    more.length === 0
  );
}
