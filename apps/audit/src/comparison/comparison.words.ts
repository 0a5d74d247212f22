import type { Text } from '../catalogue/finding.ts';
import type { Change } from './comparison.ts';

/** Titles of the parts of a comparison of two versions. */
export const COMPARISON = {
  title: { en: 'Since the older version', ko: '이전 버전과 비교' },
  packageGone: { en: 'the package is gone.', ko: '패키지가 없어졌습니다.' },
  packageNew: { en: 'the package is new.', ko: '새 패키지입니다.' },
  counts: {
    en: (added: number, fixed: number, unchanged: number) =>
      `${added} new, ${fixed} fixed, ${unchanged} unchanged`,
    ko: (added: number, fixed: number, unchanged: number) =>
      `새로 생긴 것 ${added}, 고쳐진 것 ${fixed}, 그대로인 것 ${unchanged}`,
  },
  added: { en: 'New findings', ko: '새로 생긴 문제' },
  fixed: { en: 'Fixed findings', ko: '고쳐진 문제' },
  older: { en: 'was at', ko: '이전 위치' },
} as const;

export const AREAS: Readonly<Record<Change['area'], Text>> = {
  storage: { en: 'Storage layout', ko: '저장 레이아웃' },
  interface: { en: 'Interface', ko: '인터페이스' },
  guards: { en: 'Guards', ko: '권한 검사' },
};
