import { judge } from './analyse.ts';
import type { Finding, Stretch } from './catalogue/finding.ts';
import { isWithin } from './catalogue/is-within.ts';
import type { Rule } from './catalogue/rule.ts';
import { stretchOf } from './collector.ts';
import type { PackageSettings } from './configuration/package-settings.ts';
import { rebuildSubject } from './domain/model/build-subject.ts';
import type { FunctionModel } from './domain/model/program.ts';
import type { Subject } from './domain/model/subject.ts';
import type { EditedFunction } from './domain/package/take-edit.ts';

/** The facts of a package as they were judged, and how. */
export interface Judged {
  readonly subject: Subject;
  readonly settings: PackageSettings;
}

/** What an edit within one function comes to, as far as that is known at once. */
export interface Recheck {
  /** The function itself, and the entry points that run it. */
  readonly touched: readonly Stretch[];
  /** All that is wrong in there. */
  readonly findings: readonly Finding[];
}

/**
 * Judges what an edit within one function touches, by all that is known of the package: what is wrong in that function and in the entry
 * points that run it. Elsewhere, what was found before may still change, as when a guard is gone that others relied on. Undefined where
 * the edit changes what everything builds on. `subject` holds the facts as they are now; those of before are used up.
 */
export function recheck(
  { subject: before, settings }: Judged,
  edited: EditedFunction,
  rules: readonly Rule[],
): { readonly subject: Subject; readonly recheck: Recheck } | undefined {
  const subject = rebuildSubject(before, edited);
  if (subject === undefined) return undefined;
  const touched = subject.facts.functions.map((fn) => stretchOfFunction(subject, fn));
  const { findings } = judge(subject, rules, settings);
  return { subject, recheck: { touched, findings: findings.filter(({ at }) => isWithin(at, touched)) } };
}

const stretchOfFunction = ({ program }: Subject, { module, node }: FunctionModel): Stretch =>
  stretchOf(program.package, module)(node);
