import { houseSettings, type VerbContext } from '@madang/system';
import { severities, type Severity } from '../catalogue/finding.ts';
import type { Rule } from '../catalogue/rule.ts';
import { checkFiles } from '../check-run.ts';
import { formats } from '../output/formats.ts';
import { readInput } from '../reading/read-input.ts';
import { rules } from '../rules/index.ts';
import { flagUsage, pathUsage, ruleUnknown } from './errors.ts';

/** Gives the exit code: 1 when something at least as bad as `--fail-on` was found. */
export async function runCheck({ words, flags, settings, print }: VerbContext): Promise<number> {
  const [path, ...more] = words;
  if (path === undefined || more.length > 0) throw pathUsage({ given: words.length });
  const failOn = choice(flags, 'fail-on', [...severities, 'never'] as const, 'low');
  const engine = choice(flags, 'engine', ['v1', 'goloop', 'either'] as const, 'either');
  const run = checkFiles(await readInput(path), { rules: chosenRules(flags.get('only')), engine });
  const { language } = settings.of(houseSettings);
  const format = flags.has('json') ? formats.json : formats.terminal;
  print(format(run, { language, colour: process.stdout.isTTY && process.stdout.hasColors() }));
  return failOn !== 'never' &&
    run.reports.some(({ findings }) => findings.some(({ severity }) => isAsBad(severity, failOn)))
    ? 1
    : 0;
}

const isAsBad = (severity: Severity, least: Severity) =>
  severities.indexOf(severity) <= severities.indexOf(least);

function choice<const Known extends string>(
  flags: ReadonlyMap<string, string>,
  flag: string,
  known: readonly Known[],
  otherwise: Known,
): Known {
  const value = flags.get(flag);
  if (value === undefined) return otherwise;
  const found = known.find((each) => each === value);
  if (found === undefined) throw flagUsage({ flag, value, known });
  return found;
}

function chosenRules(only: string | undefined): readonly Rule[] {
  if (only === undefined) return rules;
  return only.split(',').map((id) => {
    const rule = rules.find((candidate) => candidate.id === id.trim().toUpperCase());
    if (rule === undefined) throw ruleUnknown({ id });
    return rule;
  });
}
