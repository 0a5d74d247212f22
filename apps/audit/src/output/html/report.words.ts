import { defineWords } from '@madang/web';
import type { CheckRun } from '../../check-run.ts';

export type Language = 'en' | 'ko';

export const reportWords = defineWords({
  report: { ko: '감사 보고서', en: 'Audit report' },
  packages: { ko: '패키지 {count}개', en: ['{count} package', '{count} packages'] },
  files: { ko: '파일', en: 'Files' },
  lines: { ko: '줄', en: 'Lines' },
  findings: { ko: '찾은 문제', en: 'Findings' },
  suppressedCount: { ko: '덮은 것', en: 'Suppressed' },
  ruleSet: { ko: '규칙 모음', en: 'Rule set' },
  rulesRan: { ko: '실행한 규칙', en: 'Rules run' },
  engine: { ko: '엔진', en: 'Engine' },
  checklist: { ko: '공식 감사 체크리스트', en: 'Official checklist' },
  critical: { ko: '필수 항목', en: 'Critical lines' },
  warning: { ko: '주의 항목', en: 'Warning lines' },
  seen: { ko: '살펴본 것', en: 'Looked at' },
  open: { ko: '사람이 판단할 것', en: 'For a person to judge' },
  nothingFound: { ko: '찾은 문제가 없습니다.', en: 'Nothing was found.' },
  show: { ko: '문제 보기', en: 'Show findings' },
  how: { ko: '판단 과정', en: 'How it was concluded' },
  rules: { ko: '규칙 설명', en: 'The rules behind the findings' },
  fixSafe: {
    ko: '`--fix`로 고칠 수 있습니다.',
    en: 'Can be mended with `--fix`.',
  },
  fixUnsafe: {
    ko: '기계가 고칠 수 있지만 컨트랙트가 하는 일이 달라질 수 있습니다.',
    en: 'Can be mended by the tool, which may change what the contract does.',
  },
  more: { ko: '외 {count}곳', en: ['and {count} more', 'and {count} more'] },
  reason: { ko: '이유', en: 'Reason' },
  footer: {
    ko: '{tool}, 규칙 모음 {ruleSet}. 컨트랙트 코드를 실행하지 않고 읽기만 했습니다. 다른 컨트랙트가 하는 일은 알 수 없습니다.',
    en: '{tool}, rule set {ruleSet}. The contract was read, never run; what other contracts do is unknown.',
  },
});

export type SayReport = ReturnType<typeof reportWords>;

/** What was checked: the contract, or how many packages. */
export function titleOf({ reports }: CheckRun, language: Language): string {
  const [only, ...others] = reports;
  if (only === undefined || others.length > 0)
    return reportWords(language)('packages', { count: reports.length });
  const { manifest } = only.package;
  const named = manifest.state === 'read' ? manifest.mainScore : undefined;
  return named ?? (only.root === '' ? (only.contracts[0] ?? '.') : only.root);
}
