import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rule } from './rule.ts';

/** Where the page of a rule lies. */
export const rulePageFile = ({ id, name }: Rule, language: 'ko' | 'en'): string =>
  join(import.meta.dirname, '../rules', `${id}-${name}`, `doc.${language}.md`);

/** The page of a rule, as Markdown. */
export function readRulePage(rule: Rule, language: 'ko' | 'en'): Promise<string> {
  return readFile(rulePageFile(rule, language), 'utf8');
}

/** For people: the marks by which samples are checked point at what is found, and say nothing of what is not. */
export const withoutMarks = (page: string): string =>
  page.replace(/# expect: (\w+)$/gm, '# ← $1').replace(/ *# ok: \w+$/gm, '');

/** The same for a report, which is written in one go. */
export function readRulePageNow(rule: Rule, language: 'ko' | 'en'): string {
  return readFileSync(rulePageFile(rule, language), 'utf8');
}
