import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Rule } from '../catalogue/rule.ts';
import { rulePageFile } from '../catalogue/rule-page.ts';

/** A sample of a rule, and how many of its lines are marked for this rule. */
export interface SampleFacts {
  readonly name: string;
  readonly kind: 'bad' | 'good';
  /** Lines where it must be found. */
  readonly found: number;
  /** Lines that look like it and are none. */
  readonly alike: number;
  /** Lines that are known to come out otherwise. */
  readonly todo: number;
}

/** The samples in the folder of a rule, by name. */
export async function samplesOf(rule: Rule): Promise<SampleFacts[]> {
  const folder = dirname(rulePageFile(rule, 'en'));
  const entries = await readdir(folder, { withFileTypes: true });
  const samples = entries
    .filter(({ name }) => /^(?:bad|good)/.test(name))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  return Promise.all(
    samples.map(async (entry) =>
      factsOf(
        rule,
        entry.name,
        await (entry.isDirectory()
          ? textOfFolder(join(folder, entry.name))
          : readFile(join(folder, entry.name), 'utf8')),
      ),
    ),
  );
}

/** All texts of a package in which marks may stand. */
async function textOfFolder(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const texts = entries
    .filter((entry) => entry.isFile() && /\.(?:py|txt)$/.test(entry.name))
    .map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

function factsOf({ id }: Rule, name: string, text: string): SampleFacts {
  const count = (what: string) =>
    [...text.matchAll(new RegExp(`${what}(?:\\[\\w+\\])?:[^\\n]*\\b${id}\\b`, 'g'))].length;
  const todo = count('todo (?:expect|ok)');
  return {
    name,
    kind: name.startsWith('bad') ? 'bad' : 'good',
    found: count('(?<!todo )expect'),
    alike: count('(?<!todo )ok'),
    todo,
  };
}
