import { defineWords } from '@madang/web';

/** What the charts of a connection's anatomy say beside the names of its stages. */
export const anatomyWords = defineWords({
  beside: {
    ko: '새 연결을 쓸 수 있기까지 {least}부터 {most}까지',
    en: 'Until a new connection can be used: from {least} to {most}',
  },
  way: { ko: '들어가는 길', en: 'Way in' },
  mean: { ko: '쓸 수 있기까지 (평균)', en: 'Until it can be used, mean' },
  startup: { ko: '백엔드 띄우기와 시작 요청', en: 'Fork and start-up' },
});
