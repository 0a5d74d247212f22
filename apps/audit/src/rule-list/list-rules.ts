import type { Rule } from '../catalogue/rule.ts';
import { rules } from '../rules/index.ts';
import type { RuleItem } from './rule.schema.ts';

/** The rules after an id, in the order of their ids. */
export function listRules(after: string | null, limit: number): RuleItem[] {
  return rules
    .filter(({ id }) => after === null || id > after)
    .slice(0, limit)
    .map(itemOf);
}

const itemOf = ({ id, name, severity, confidence, words, checklist }: Rule): RuleItem => ({
  ...{ id, name, severity, confidence },
  ...{ title: words.title, advice: words.advice },
  checklist: [...checklist],
});
