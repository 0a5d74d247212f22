import { defineRule } from '../../catalogue/rule.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { outsideUses } from '../../domain/model/outside-uses.ts';
import { words } from './words.ts';

const RANDOM =
  /^(?:random|secrets(?!\.compare_digest$)|numpy\.random|Crypto(?:dome)?\.Random)\.|^uuid\.(?:uuid1|uuid4|getnode)$|^os\.(?:urandom|getrandom)$/;

export const rule = defineRule({
  id: 'D05',
  name: 'python-random',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C07'],
  words,
  check(subject, report) {
    for (const { name, found } of outsideUses(subject)) {
      if (RANDOM.test(name)) report(found, words.says.call, { call: sourceOf(found.module, found.node) });
    }
  },
});
