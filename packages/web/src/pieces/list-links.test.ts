import { describe, expect, it } from 'vitest';
import type { Frame } from '../layout.tsx';
import { listLinks } from './list-links.ts';

function frame(query: string): Frame {
  return {
    lang: 'ko',
    theme: 'auto',
    timeZone: 'Asia/Seoul',
    now: '',
    system: null,
    places: [],
    path: '/tracker/transactions',
    query,
  };
}

describe('listLinks', () => {
  it('leads to older items with the filters kept, and to all of them for programs', () => {
    expect(listLinks(frame('status=failure'), '/api/tracker/v1/transactions?status=failure', 'abc')).toEqual({
      newer: null,
      older: '/tracker/transactions?status=failure&cursor=abc',
      csv: '/api/tracker/v1/transactions?status=failure&format=csv',
      jsonLines: '/api/tracker/v1/transactions?status=failure&format=jsonl',
    });
  });

  it('leads back to the newest from an older page, and nowhere at the end', () => {
    const links = listLinks(
      frame('cursor=abc&status=failure'),
      '/api/tracker/v1/transactions?cursor=abc&status=failure',
      null,
    );
    expect(links).toMatchObject({ newer: '/tracker/transactions?status=failure', older: null });
    expect(links.csv).not.toContain('cursor');
  });

  it('keeps the length of a page on the way to older items, and of no list as a whole', () => {
    const links = listLinks(frame('limit=5'), '/api/tracker/v1/transactions?limit=5', 'abc');
    expect(links.older).toBe('/tracker/transactions?limit=5&cursor=abc');
    expect(links.csv).toBe('/api/tracker/v1/transactions?format=csv');
  });

  it('keeps hostile filters inside the address', () => {
    const { older } = listLinks(
      frame(new URLSearchParams({ method: '"><script>&x=1' }).toString()),
      '/api',
      'c',
    );
    expect(older).toBe('/tracker/transactions?method=%22%3E%3Cscript%3E%26x%3D1&cursor=c');
  });
});
