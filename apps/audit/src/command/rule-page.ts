import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rule } from '../catalogue/rule.ts';

/** The page of a rule, as Markdown. */
export function readRulePage({ id, name }: Rule, language: 'ko' | 'en'): Promise<string> {
  return readFile(join(import.meta.dirname, '../rules', `${id}-${name}`, `doc.${language}.md`), 'utf8');
}
