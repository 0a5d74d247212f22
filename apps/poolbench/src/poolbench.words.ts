import { defineWords } from '@madang/web';

export const poolbenchWords = defineWords({
  reports: { ko: '커넥션 풀 측정', en: 'Connection pool measurements' },
  lead: {
    ko: '연결 하나의 값, 연결을 두고 쓰는 이득, 알맞은 풀의 크기를 그 자리에서 잽니다.',
    en: 'What a connection costs, what keeping it saves and how large a pool should be, measured on the spot.',
  },
  howTo: { ko: '재고 나서 여기에 보관하려면:', en: 'To measure, and keep the report here:' },
  noReports: { ko: '아직 보관한 보고서가 없습니다.', en: 'No report has been kept yet.' },
  measured: { ko: 'PostgreSQL {server}', en: 'PostgreSQL {server}' },
  report: { ko: '보고서', en: 'Report' },
});
