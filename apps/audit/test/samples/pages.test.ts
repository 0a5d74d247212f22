import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analyse.ts';
import type { Rule } from '../../src/catalogue/rule.ts';
import { rules } from '../../src/rules/index.ts';
import { marksOf } from './sample.ts';

const folder = join(import.meta.dirname, '../../src/rules');
const pageOf = ({ id, name }: Rule, language: string) =>
  readFileSync(join(folder, `${id}-${name}`, `doc.${language}.md`), 'utf8');
const blocksOf = (page: string) =>
  [...page.matchAll(/^```python\n([^]*?)^```$/gm)].map(([, block = '']) => block);

const HEAD = 'from iconservice import *\n';
/** A page shows a class; what it stands in is not repeated on each. */
const asFile = (block: string) => (block.includes('iconservice') ? block : HEAD + block);

describe.each(rules.map((rule) => [rule.id, rule] as const))('the page of %s', (id, rule) => {
  const pages = { en: pageOf(rule, 'en'), ko: pageOf(rule, 'ko') };

  it('has the title of the rule, and the same examples in both languages', () => {
    for (const language of ['en', 'ko'] as const) {
      expect(pages[language].split('\n')[0]).toBe(`# ${id} ${rule.words.title[language]}`);
      expect(rule.words.title[language].length).toBeLessThanOrEqual(60);
    }
    expect(blocksOf(pages.ko)).toEqual(blocksOf(pages.en));
    expect(blocksOf(pages.en).length).toBeGreaterThanOrEqual(2);
  });

  it.each(blocksOf(pages.en).map((block, index) => [index + 1, block] as const))(
    'says of its example %d what is found there',
    (_, block) => {
      const file = { path: 'example.py', bytes: new TextEncoder().encode(asFile(block)) };
      const manifest = {
        path: 'package.json',
        bytes: new TextEncoder().encode(
          JSON.stringify({ version: '0.0.1', main_module: 'example', main_score: mainOf(block) }),
        ),
      };
      const found = analyse([file, manifest], { rules: [rule] }).flatMap(({ findings }) => findings);
      const lines = [
        ...new Set(found.filter((finding) => finding.rule === id).map(({ at }) => at.start.line)),
      ];
      const marks = marksOf(file).filter((mark) => mark.rule === id && mark.found !== mark.todo);
      expect(lines.toSorted((a, b) => a - b)).toEqual([...new Set(marks.map(({ line }) => line))]);
    },
  );
});

/** The last class that is a contract, or looks like one. */
function mainOf(block: string): string {
  const classes = [...block.matchAll(/^class (\w+)/gm)].map(([, name = '']) => name);
  return classes.at(-1) ?? 'Shop';
}
