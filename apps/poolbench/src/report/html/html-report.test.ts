import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { exampleDrafts } from '../../../test/record-drafts.ts';
import { sealRecord } from '../../record/seal.ts';
import type { LogRecord, RecordDraft } from '../../record/schema/record.schema.ts';
import { timeZone } from '../../record/time-zone.ts';
import { htmlReport } from './html-report.tsx';
import { htmlStyle } from './style.ts';

const LANGS = ['ko', 'en'] as const;
const RUN = {
  runId: '01KANKYN3JZZZZZZZZZZZZZZZZ',
  zone: timeZone('Asia/Seoul'),
  cut: (text: string) => text,
};
/** 2026-11-22T10:30:31.123456Z */
const BEGAN = 1_795_343_431_123_456;

function sealed(drafts: readonly RecordDraft[]): LogRecord[] {
  return drafts.map((draft, seq) => sealRecord(RUN, seq, BEGAN + seq * 1_000_000, draft));
}

/** A run of one of every record. */
function exampleRun(text = 'a text'): LogRecord[] {
  return sealed(exampleDrafts(text));
}

/** What a person reads, and nothing else: neither the style nor the packed records. */
function shown(html: string): string {
  return html.replace(/<style>.*?<\/style>/s, '').replace(/href="data:[^"]*"/, '');
}

function withVerdict(verdict: Partial<Extract<LogRecord, { type: 'verdict' }>>): LogRecord[] {
  return exampleRun().map((record) => (record.type === 'verdict' ? { ...record, ...verdict } : record));
}

describe.each(LANGS)('a report in %s', (lang) => {
  it('shows no number that is none', () => {
    expect(shown(htmlReport(exampleRun(), { lang }))).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it('gives the same bytes for the same records', () => {
    expect(htmlReport(exampleRun(), { lang })).toBe(htmlReport(exampleRun(), { lang }));
  });

  it('loads nothing and runs nothing', () => {
    const html = htmlReport(exampleRun(), { lang });
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<link|<iframe|<img| on\w+=|url\(|@import|https?:/i);
  });

  it('says text of any origin as text', () => {
    const hostile = '</script><script>alert(1)</script>"\'&\u202e\u2028\u0000\u001b[31m<!--';
    const html = htmlReport(exampleRun(hostile), { lang });
    expect(html).not.toMatch(/<script|<!--|[\u0000\u001b\u202e\u2028]/);
    expect(html).toContain('&lt;script');
    expect(html).toContain('\\u{202e}');
  });

  it('tells a run that did not come to its end, in plain words', () => {
    const banners = (records: readonly LogRecord[]): number =>
      htmlReport(records, { lang }).split('class="banner"').length - 1;
    const ended = (reason: 'finished' | 'interrupted'): LogRecord[] =>
      exampleRun().map((record) => (record.type === 'run_end' ? { ...record, reason, error: null } : record));
    expect(banners(ended('finished'))).toBe(0);
    expect(banners(ended('interrupted'))).toBe(1);
    expect(banners(exampleRun())).toBe(1);
    const killed = exampleRun().filter(({ type }) => type !== 'run_end');
    expect(banners(killed)).toBe(1);
    expect(htmlReport(killed, { lang })).toContain(lang === 'ko' ? '강제로 끝난' : 'was killed');
  });

  it('tells times in the zone of the records', () => {
    expect(htmlReport(exampleRun(), { lang })).toContain('2026-11-22 19:30:31 +09:00 (Asia/Seoul)');
  });

  it('shows a beginning alone, and the records of another program', () => {
    const [start] = exampleRun();
    expect(shown(htmlReport([start!], { lang }))).not.toMatch(/NaN|undefined|Infinity/);
    const foreign = { ...start!, server: null, machine: null, versions: {}, seeds: {} } as LogRecord;
    expect(htmlReport([foreign], { lang })).toContain('psycopg-test');
  });
});

it('says a comparison in Korean by its fields, and in English as it was recorded', () => {
  const records = withVerdict({ sentence: 'select: a pool of 10 serves 102×.' });
  expect(htmlReport(records, { lang: 'en' })).toContain('select: a pool of 10 serves 102×.');
  expect(htmlReport(records, { lang: 'ko' })).toContain(
    'select: ‘connection-per-query’에 견준 ‘pool-10’의 처리량은 102배 [83.0~122]입니다.',
  );
});

it('marks a sentence that only exists in English as English', () => {
  const records = withVerdict({ subject: 'check', answer: 'failed', sentence: 'They differ.' });
  expect(htmlReport(records, { lang: 'ko' })).toContain('<bdi lang="en">They differ.</bdi>');
  expect(htmlReport(records, { lang: 'en' })).toContain('<bdi>They differ.</bdi>');
});

it('puts a check that failed before what it speaks against', () => {
  const [passed, ...failing] = withVerdict({ subject: 'check', answer: 'failed' });
  const [verdict] = exampleRun().filter(({ type }) => type === 'verdict');
  const html = htmlReport([passed!, verdict!, ...failing], { lang: 'en' });
  expect(html.indexOf('verdict failed')).toBeGreaterThan(0);
  expect(html.indexOf('verdict failed')).toBeLessThan(html.indexOf('verdict better'));
});

it('carries its records, to be saved without a network', () => {
  const records = exampleRun('\u2028</script>');
  const [, packed = ''] =
    /href="data:application\/gzip;base64,([^"]*)"/.exec(htmlReport(records, { lang: 'en' })) ?? [];
  const lines = gunzipSync(Buffer.from(packed, 'base64')).toString().trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as LogRecord)).toEqual(records);
});

it('has the colours of the house', () => {
  const tokens = readFileSync(
    new URL('../../../../../packages/web/src/style/tokens.css', import.meta.url),
    'utf8',
  );
  const coloursIn = (css: string): Map<string, string> =>
    new Map(
      [...css.matchAll(/^\s+--([\w-]+): (light-dark\([^)]*\));/gm)].map(([, n = '', v = '']) => [n, v]),
    );
  const house = coloursIn(tokens);
  const [ours] = htmlStyle.split('*,');
  expect(coloursIn(ours ?? '').size).toBeGreaterThan(8);
  for (const [name, value] of coloursIn(ours ?? '')) expect(value, name).toBe(house.get(name));
});
