import { defineWords } from '@madang/web';

export const auditWords = defineWords({
  rules: { ko: '감사 규칙', en: 'Rules of the audit' },
  lead: {
    ko: '파이썬 SCORE를 읽을 때 찾는 것들입니다. 검사: ./madang audit check 폴더',
    en: 'What is looked for in a Python SCORE. To check one: ./madang audit check FOLDER',
  },
  id: { ko: '번호', en: 'Id' },
  finds: { ko: '찾는 것', en: 'Finds' },
  advice: { ko: '고치는 법', en: 'What to write instead' },
  severity: { ko: '심각도', en: 'Severity' },
  critical: { ko: '치명', en: 'critical' },
  high: { ko: '높음', en: 'high' },
  medium: { ko: '보통', en: 'medium' },
  low: { ko: '낮음', en: 'low' },
  info: { ko: '참고', en: 'info' },
});
export type SayAudit = ReturnType<typeof auditWords>;
