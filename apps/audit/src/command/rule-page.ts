import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rule } from '../catalogue/rule.ts';

/** The page of a rule, as Markdown. */
export function readRulePage(rule: Rule, language: 'ko' | 'en'): Promise<string> {
  return readFile(rulePageFile(rule, language), 'utf8');
}

/** Where it lies. */
export const rulePageFile = ({ id, name }: Rule, language: 'ko' | 'en'): string =>
  join(import.meta.dirname, '../rules', `${id}-${name}`, `doc.${language}.md`);
