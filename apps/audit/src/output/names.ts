import type { Confidence, Severity, Text } from '../catalogue/finding.ts';

/** How the severities are called. */
export const SEVERITY_NAMES: Readonly<Record<Severity, Text>> = {
  critical: { en: 'critical', ko: '치명' },
  high: { en: 'high', ko: '높음' },
  medium: { en: 'medium', ko: '보통' },
  low: { en: 'low', ko: '낮음' },
  info: { en: 'info', ko: '참고' },
};

/** How the confidences are called. */
export const CONFIDENCE_NAMES: Readonly<Record<Confidence, Text>> = {
  high: { en: 'high confidence', ko: '확신 높음' },
  medium: { en: 'medium confidence', ko: '확신 보통' },
  low: { en: 'low confidence', ko: '확신 낮음' },
};

/** What the tool itself has to say. */
export const TOOL_TITLES: ReadonlyMap<string, Text> = new Map([
  ['X001', { en: 'Not readable as Python', ko: '파이썬으로 읽을 수 없습니다' }],
  ['X002', { en: 'A rule failed', ko: '규칙이 실패했습니다' }],
  ['X003', { en: 'Suppression without a reason', ko: '이유가 없는 예외 표시' }],
  ['X004', { en: 'Suppression that is no longer needed', ko: '더 이상 필요 없는 예외 표시' }],
  ['X005', { en: 'More of the same', ko: '같은 문제가 더 있습니다' }],
]);
