import { expect, it } from 'vitest';
import { preferencesOf } from './index.ts';

it.each([
  ['text/csv', ['text/csv']],
  ['ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7', ['ko-kr', 'ko', 'en-us', 'en']],
  ['en; q=0.5 , KO ; q=0.9', ['ko', 'en']],
  ['text/csv;q=0.1, application/json', ['application/json', 'text/csv']],
  ['text/html;q=0, */*', ['*/*']],
  ['text/html;level=1;q=0.4,a/b', ['a/b', 'text/html']],
  ['en;q=high, ko;q=0.5', ['en', 'ko']],
  [',,;q=1', []],
  ['', []],
])('%j → %j', (header, expected) => {
  expect(preferencesOf(header)).toEqual(expected);
});

it('is empty without a header', () => {
  expect(preferencesOf(undefined)).toEqual([]);
});
