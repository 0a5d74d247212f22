import type { ScenarioId } from './ids.ts';

/** What each scenario is about, for reports in either language. */
export const TITLES: Readonly<Record<ScenarioId, { readonly ko: string; readonly en: string }>> = {
  S1: { ko: '연결 하나의 해부', en: 'Anatomy of a connection' },
  S2: { ko: '연결을 두고 쓰는 것과 아닌 것', en: 'Keeping connections or not' },
  S3: { ko: '풀 크기 훑기', en: 'Sweep of pool sizes' },
  S4: { ko: '요청률 사다리', en: 'Rate ladder' },
  S5: { ko: '멈춤', en: 'Stall' },
  S6: { ko: '고갈과 시간 제한', en: 'Exhaustion and time-outs' },
  S7: { ko: '연결 갈아 쓰기', en: 'Churn' },
  S8: { ko: '쉬다가 몰릴 때', en: 'Idle, then a burst' },
  S9: { ko: '풀러를 거쳐서', en: 'Through a pooler' },
  S10: { ko: '프로토콜의 네 가지 방식', en: 'Simple, extended, named, pipelined' },
  S11: { ko: '드라이버 나란히', en: 'Drivers side by side' },
  S12: { ko: '재시작과 끊긴 백엔드', en: 'Restart and terminated back-ends' },
  S13: { ko: '오래 돌리기', en: 'Soak' },
  S14: { ko: '많은 유휴 연결', en: 'Many idle connections' },
  S15: { ko: '같은 것끼리', en: 'A/A' },
};
