import type { Text } from '../catalogue/finding.ts';

/** What the first letter of a rule's id stands for, in the order in which rules are read. */
export const FAMILIES = {
  A: { en: 'Access', ko: '접근 권한' },
  F: { en: 'Funds and calls', ko: '자금과 호출' },
  N: { en: 'Numbers', ko: '수' },
  D: { en: 'Determinism', ko: '결정성' },
  S: { en: 'Storage', ko: '저장' },
  T: { en: 'Tokens and events', ko: '토큰과 이벤트' },
  L: { en: 'Loading and structure', ko: '적재와 구조' },
  C: { en: 'Cost', ko: '비용' },
  Q: { en: 'Quality', ko: '품질' },
} as const satisfies Readonly<Record<string, Text>>;

export type Family = keyof typeof FAMILIES;
export const families = Object.keys(FAMILIES) as readonly Family[];

/** The family of a rule, by its id. */
export const familyOf = (id: string): Family | undefined => families.find((family) => id.startsWith(family));
