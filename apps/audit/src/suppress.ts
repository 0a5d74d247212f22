import type { Finding, Stretch, Text } from './catalogue/finding.ts';
import type { Module, Package } from './domain/package/package.ts';
import { readSuppressions, type Suppression } from './domain/suppression/read-suppressions.ts';
import type { Draft } from './fingerprint.ts';

/** A finding that somebody decided to live with, and why. */
export interface Suppressed<F> {
  readonly finding: F;
  readonly reason: string;
}

type StretchOf = (module: Module) => (place: Suppression['comment']) => Stretch;

/**
 * Takes out what comments in the source suppress. A comment without a reason suppresses nothing (X003); one that names a rule which
 * ran and found nothing there is stale (X004). What could not be read (X001) cannot be suppressed.
 */
export function suppress(
  pkg: Package,
  findings: readonly Finding[],
  ran: ReadonlySet<string>,
  stretchOf: StretchOf,
): { kept: Finding[]; suppressed: Suppressed<Finding>[]; complaints: Draft[] } {
  const inFile = new Map(pkg.modules.map((module) => [fileOf(module, stretchOf), readSuppressions(module)]));
  const all = [...inFile.values()].flat();
  const kept: Finding[] = [];
  const suppressed: Suppressed<Finding>[] = [];
  const used = new Map<Suppression, Set<string>>();
  for (const finding of findings) {
    const by = inFile.get(finding.at.file)?.find((each) => each.reason !== '' && covers(each, finding));
    if (by === undefined) kept.push(finding);
    else {
      suppressed.push({ finding, reason: by.reason });
      used.set(by, (used.get(by) ?? new Set()).add(finding.rule));
    }
  }
  const complaints = all.flatMap((each) =>
    complaintsOf(each, used.get(each) ?? new Set(), ran, stretchOf(each.module)(each.comment)),
  );
  return { kept, suppressed, complaints };
}

const fileOf = (module: Module, stretchOf: StretchOf): string => stretchOf(module)({ start: 0, end: 0 }).file;

const covers = ({ rules, line }: Suppression, { rule, at }: Finding): boolean =>
  rules.includes(rule) && rule !== 'X001' && at.start.line <= line && line <= at.end.line;

function complaintsOf(
  each: Suppression,
  used: ReadonlySet<string>,
  ran: ReadonlySet<string>,
  at: Stretch,
): Draft[] {
  if (each.reason === '')
    return [complaint('X003', at, NO_REASON, `${each.module.path} ${each.rules.join()}`)];
  return each.rules
    .filter((id) => ran.has(id) && !used.has(id))
    .map((id) => complaint('X004', at, stale(id), `${each.module.path} ${id}`));
}

const NO_REASON: Text = {
  en: 'The suppression says no reason, so it suppresses nothing.',
  ko: '이유가 없는 예외 표시라서 아무것도 덮지 않습니다.',
};

const stale = (id: string): Text => ({
  en: `${id} finds nothing here any more.`,
  ko: `여기서는 더 이상 ${id} 규칙에 걸리는 것이 없습니다.`,
});

const ADVICE: Readonly<Record<'X003' | 'X004', Text>> = {
  X003: { en: 'Write why behind the bracket.', ko: '대괄호 뒤에 이유를 쓰세요.' },
  X004: { en: 'Remove the comment.', ko: '주석을 지우세요.' },
};

const complaint = (rule: 'X003' | 'X004', at: Stretch, message: Text, key: string): Draft => ({
  rule,
  severity: 'low',
  confidence: 'high',
  at,
  within: '',
  message,
  advice: ADVICE[rule],
  reasons: [],
  fix: undefined,
  key: `${rule} ${key}`,
});
