import { near } from '@madang/config';
import { confidences, severities, type Confidence, type Severity } from '../catalogue/finding.ts';
import type { Rule } from '../catalogue/rule.ts';
import { engines, type Engine } from '../domain/model/subject.ts';
import type { FixKind } from '../fix/fix-files.ts';
import { formatNames, type FormatName } from '../output/formats.ts';
import { rules } from '../rules/index.ts';
import { flagsTogether, flagUsage, pathUsage, ruleUnknown, stdinNameUsage } from './errors.ts';

/** What a command line asks of `check`; undefined where it leaves a thing to the settings. */
export interface CheckFlags {
  readonly path: string;
  readonly stdinName: string;
  readonly format: FormatName;
  readonly output: string | undefined;
  readonly failOn: Severity | 'never' | undefined;
  readonly minConfidence: Confidence | undefined;
  readonly engine: Engine | undefined;
  readonly only: readonly Rule[] | undefined;
  readonly settings: string | undefined;
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  readonly since: string | undefined;
  readonly newOnly: boolean;
  readonly fix: FixKind | undefined;
  readonly diff: boolean;
  readonly watch: boolean;
}

type Flags = ReadonlyMap<string, string>;

/** @throws AUDIT_…_USAGE for what is not known, and for flags that do not go together. */
export function readCheckFlags(words: readonly string[], flags: Flags): CheckFlags {
  const [path, ...more] = words;
  if (path === undefined || more.length > 0) throw pathUsage({ given: words.length });
  refuseTogether(path, flags);
  return {
    path,
    stdinName: stdinNameOf(flags.get('stdin-name')),
    format: choice(flags, 'format', formatNames) ?? (flags.has('json') ? 'json' : 'terminal'),
    output: flags.get('output'),
    failOn: choice(flags, 'fail-on', [...severities, 'never']),
    minConfidence: choice(flags, 'min-confidence', confidences),
    engine: choice(flags, 'engine', engines),
    only: flags.has('only') ? chosenRules(flags.get('only') ?? '') : undefined,
    settings: flags.get('settings'),
    baseline: flags.get('baseline'),
    writeBaseline: flags.get('write-baseline'),
    since: flags.get('since'),
    newOnly: flags.has('new-only'),
    fix: flags.has('fix-unsafe') ? 'unsafe' : flags.has('fix') || flags.has('diff') ? 'safe' : undefined,
    diff: flags.has('diff'),
    watch: flags.has('watch'),
  };
}

const CONTRADICTIONS: readonly (readonly [string, string])[] = [
  ['json', 'format'],
  ['diff', 'output'],
  ['diff', 'json'],
  ['diff', 'format'],
  ['diff', 'watch'],
  ['diff', 'write-baseline'],
  ['watch', 'output'],
  ['watch', 'write-baseline'],
  ['watch', 'fix'],
  ['watch', 'fix-unsafe'],
];

function refuseTogether(path: string, flags: Flags): void {
  for (const [one, other] of CONTRADICTIONS)
    if (flags.has(one) && flags.has(other))
      throw flagsTogether({ why: `--${one} and --${other} do not go together` });
  if (flags.has('new-only') && !flags.has('since'))
    throw flagsTogether({ why: '--new-only needs --since, which says what is new' });
  if (path === '-' && flags.has('watch'))
    throw flagsTogether({ why: 'standard input cannot be watched: name a file or a folder' });
  if (path === '-' && flags.get('since') === '-')
    throw flagsTogether({ why: 'both versions cannot come from standard input' });
}

/** It stands in the places of a report, so it is a path within what is checked. */
function stdinNameOf(name = 'stdin.py'): string {
  const plain = name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
  if (!plain.endsWith('.py') || plain.split('/').includes('..')) throw stdinNameUsage({ name });
  return plain;
}

function choice<const Known extends string>(
  flags: Flags,
  flag: string,
  known: readonly Known[],
): Known | undefined {
  const value = flags.get(flag);
  if (value === undefined) return undefined;
  const found = known.find((each) => each === value);
  if (found === undefined) throw flagUsage({ flag, value, known });
  return found;
}

function chosenRules(only: string): readonly Rule[] {
  return only.split(',').map(findRule);
}

/** The rule of an id, however it is spelt. */
export function findRule(id: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id.trim().toUpperCase());
  if (rule !== undefined) return rule;
  throw ruleUnknown({
    id,
    near: near(
      id.trim(),
      rules.map((each) => each.id),
    ),
  });
}
