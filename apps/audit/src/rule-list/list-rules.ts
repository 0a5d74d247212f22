import type { Severity } from '../catalogue/finding.ts';
import type { Rule } from '../catalogue/rule.ts';
import { rules } from '../rules/index.ts';
import { familyOf, type Family } from './families.ts';
import type { RuleItem } from './rule.schema.ts';

/** What rules can be looked for by. */
export interface RuleFilters {
  readonly severity?: Severity | undefined;
  readonly family?: Family | undefined;
  /** Stands in the id, the name, the title or the advice, in either language. */
  readonly text?: string | undefined;
}

/** The rules after an id, in the order of their ids. */
export function listRules(filters: RuleFilters, after: string | null, limit: number): RuleItem[] {
  return rules
    .filter((rule) => (after === null || rule.id > after) && fits(rule, filters))
    .slice(0, limit)
    .map(itemOf);
}

function fits(rule: Rule, { severity, family, text = '' }: RuleFilters): boolean {
  if (severity !== undefined && rule.severity !== severity) return false;
  if (family !== undefined && familyOf(rule.id) !== family) return false;
  const { title, advice } = rule.words;
  const said = [rule.id, rule.name, title.ko, title.en, advice.ko, advice.en, ...rule.checklist];
  return said.join('\n').toLowerCase().includes(text.trim().toLowerCase());
}

/** What a list tells of a rule. */
export const itemOf = ({ id, name, severity, confidence, words, checklist }: Rule): RuleItem => ({
  ...{ id, name, severity, confidence },
  ...{ title: words.title, advice: words.advice },
  checklist: [...checklist],
});
