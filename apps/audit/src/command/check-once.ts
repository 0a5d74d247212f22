import { readBaseline, baselineText } from '../baseline/baseline-file.ts';
import type { Finding, Severity } from '../catalogue/finding.ts';
import { severities } from '../catalogue/finding.ts';
import { checkFiles, type CheckOptions, type CheckRun } from '../check-run.ts';
import { findSettings } from '../configuration/find-settings.ts';
import type { PackageSettings } from '../configuration/package-settings.ts';
import { fixFiles, type Fixed } from '../fix/fix-files.ts';
import { writeFixes } from '../fix/write-fixes.ts';
import { openInput, readInput, type Input } from '../reading/read-input.ts';
import { rules } from '../rules/index.ts';
import { writeWhole } from '../writing/write-file.ts';
import type { CheckFlags } from './check-flags.ts';
import { notMendable } from './errors.ts';

/** A check, and what was mended before it. */
export interface Checked {
  readonly run: CheckRun;
  readonly input: Input;
  readonly fixed: Fixed | undefined;
  /** Paths that were written. */
  readonly written: readonly string[];
}

/** Reads, mends where that is asked, and checks. */
export async function checkOnce(flags: CheckFlags): Promise<Checked> {
  const input = await openInput(flags.path, flags.stdinName);
  const options = await optionsOf(flags, input);
  const fixed = flags.fix === undefined ? undefined : fixFiles(input.files, flags.fix, options);
  const written = fixed === undefined || flags.diff ? [] : await write(flags.path, input, fixed);
  const run = checkFiles(fixed?.files ?? input.files, options);
  if (flags.writeBaseline !== undefined) await writeWhole(flags.writeBaseline, baselineOf(run));
  return { run, input, fixed, written };
}

async function optionsOf(flags: CheckFlags, input: Input): Promise<CheckOptions> {
  const settingsOf = await findSettings(input, flags.settings, rules);
  return {
    rules: flags.only ?? rules,
    engine: flags.engine,
    settingsOf: (root) => withFlags(settingsOf(root), flags),
    older: flags.since === undefined ? undefined : await readInput(flags.since),
    baseline: flags.baseline === undefined ? undefined : await readBaseline(flags.baseline),
  };
}

/** What is said on the command line goes before what a file says. */
function withFlags(settings: PackageSettings, { only, failOn, minConfidence }: CheckFlags): PackageSettings {
  return {
    ...settings,
    ...(only === undefined ? {} : { only: undefined, off: new Map<string, string>() }),
    failOn: failOn ?? settings.failOn,
    minConfidence: minConfidence ?? settings.minConfidence,
  };
}

async function write(path: string, { home, files }: Input, fixed: Fixed): Promise<string[]> {
  if (home === undefined) throw notMendable({ path });
  return writeFixes(home, files, fixed.files);
}

const baselineOf = ({ ruleSet, reports }: CheckRun): string =>
  baselineText(
    ruleSet,
    reports.flatMap(({ findings, known }) => [...findings, ...known]),
  );

const LEAST: Severity = 'low';

/** Whether something was found that is as bad as the settings of its package ask for; of two versions only what is new, if so asked. */
export function isFailure({ reports, comparison = [] }: CheckRun, newOnly: boolean): boolean {
  const fresh = new Set(comparison.flatMap(({ added }) => added));
  return reports.some(({ findings, settings: { failOn = LEAST } }) =>
    findings.some((finding) => isAsBad(finding, failOn) && (!newOnly || fresh.has(finding))),
  );
}

const isAsBad = ({ severity }: Finding, least: Severity | 'never'): boolean =>
  least !== 'never' && severities.indexOf(severity) <= severities.indexOf(least);
