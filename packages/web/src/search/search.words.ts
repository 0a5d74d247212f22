import { defineWords } from '../words.ts';

export const searchWords = defineWords({
  search: { ko: '찾기', en: 'Search' },
});
