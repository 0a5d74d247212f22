import { verdicts, VERDICT_NAMES, type LineVerdict, type Verdict } from '../checklist/verdict.ts';

/** Signs that say a verdict without a colour. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = {
  fail: '✕',
  warning: '!',
  human: '?',
  pass: '✓',
  absent: '–',
};

export const CHECKLIST = { en: 'Official checklist', ko: '공식 감사 체크리스트' };

/** How often each verdict was given, worst first; those that were not given are left out. */
export function verdictCounts(lines: readonly LineVerdict[]): (readonly [Verdict, number])[] {
  return verdicts
    .map((verdict) => [verdict, lines.filter((line) => line.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0);
}

/** `2 Fail, 3 Warning`. */
export const verdictSummary = (lines: readonly LineVerdict[], language: 'en' | 'ko'): string =>
  verdictCounts(lines)
    .map(([verdict, count]) =>
      language === 'ko'
        ? `${VERDICT_NAMES[verdict].ko} ${count}`
        : `${count} ${VERDICT_NAMES[verdict].en.toLowerCase()}`,
    )
    .join(', ');
