import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../catalogue/rule.ts';

/** The page of a rule, as Markdown. */
export function ruleHelp({ id, name }: Rule, language: 'ko' | 'en'): string {
  return readFileSync(join(import.meta.dirname, '../rules', `${id}-${name}`, `doc.${language}.md`), 'utf8');
}
