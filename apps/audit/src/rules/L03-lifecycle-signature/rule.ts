import { defineRule } from '../../catalogue/rule.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { deploymentMethods } from '../../domain/model/lifecycle.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import { parameterFault, writtenName } from '../../domain/model/parameter-types.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L03',
  name: 'lifecycle-signature',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C15'],
  words,
  check({ program }, report) {
    for (const fn of deploymentMethods(program)) {
      const { module, name: method } = fn;
      for (const each of fn.node.parameters.slice(fn.binding === 'static' ? 0 : 1)) {
        const fault = parameterFault(program, module, each);
        const parameter = writtenName(each);
        if (fault?.fault === 'type')
          report(nameOf(fn), words.says.type, {
            method,
            parameter,
            type: sourceOf(module, fault.annotation),
          });
        else if (fault !== undefined) report(nameOf(fn), words.says[fault.fault], { method, parameter });
      }
    }
  },
});
