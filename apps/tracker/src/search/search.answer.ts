import { defineAnswer } from '@madang/system';
import { visible } from '@madang/web';
import { trackerHead } from '../chain/head.ts';
import { searchPlace } from './search.place.ts';
import { SearchPage } from './search.page.tsx';
import { search as find } from './search.queries.ts';
import { SearchQuery, SearchReply } from './search.schema.ts';
import { searchWords } from './search.words.ts';

export const search = defineAnswer({
  operationId: 'search',
  path: searchPlace.path,
  summary: {
    ko: '높이, 해시, 주소나 그 앞부분, 컨트랙트나 토큰 이름의 일부로 찾기. 가장 맞는 것부터, 많아야 스무 개.',
    en: 'What a height, a hash, an address or its beginning, or part of the name of a contract or token names; best first, at most twenty.',
  },
  query: SearchQuery,
  reply: SearchReply,
  version: ({ sql }) => trackerHead(sql),
  load: async ({ sql }, { q }) => ({ items: await find(sql, q) }),
  page: {
    path: searchPlace.path,
    title: (lang, _reply, { q }) => searchWords(lang)('resultsFor', { text: visible(q) }),
    draw: SearchPage,
  },
});
