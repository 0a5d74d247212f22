import { defineWords } from '../words.ts';

export const searchWords = defineWords({
  search: { ko: '찾기', en: 'Search' },
  results: { ko: '찾은 것', en: 'Results' },
  found: { ko: '{count}개를 찾았습니다', en: ['{count} result', '{count} results'] },
  nothing: { ko: '찾은 것이 없습니다', en: 'Nothing found' },
});
