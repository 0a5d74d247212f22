import { defineWords } from '../words.ts';

export const chartWords = defineWords({
  asTable: { ko: '값을 표로 보기', en: 'Show the values as a table' },
  nothing: { ko: '아직 그릴 값이 없습니다.', en: 'No values to draw yet.' },
});
