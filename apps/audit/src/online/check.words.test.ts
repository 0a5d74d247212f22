import { archiveDamaged, archiveTooLarge, archiveUnsafe } from '@madang/icon/archive';
import { expect, it } from 'vitest';
import { notAPackage, nothingToRead } from '../reading/errors.ts';
import { FAILURES, failureWords } from './check.words.ts';
import * as own from './errors.ts';

const kinds = [
  ...Object.values(own),
  notAPackage,
  nothingToRead,
  archiveDamaged,
  archiveTooLarge,
  archiveUnsafe,
];
const asked = kinds.filter(({ status, code }) => status < 500 && code !== own.checkAbandoned.code);

it('every refusal that somebody can mend has words of its own on the page, in both languages', () => {
  expect(asked.length).toBeGreaterThan(8);
  for (const { code } of asked) expect(FAILURES).toContain(code);
  for (const code of FAILURES) {
    expect(failureWords('ko')(code)).toMatch(/[가-힣].*\.$/);
    expect(failureWords('en')(code)).toMatch(/^[\x20-\x7e]+\.$/);
  }
});
