import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { houseTokens } from '@madang/web/host';
import { exampleDrafts } from '../../../test/record-drafts.ts';
import { MESSAGES } from '../../phrase/messages.ts';
import { holesOf } from '../../phrase/phrase-text.ts';
import { sealRecord } from '../../record/seal.ts';
import type { LogRecord, RecordDraft } from '../../record/schema/record.schema.ts';
import { timeZone } from '../../record/time-zone.ts';
import { shared } from '../../scenario/shared.words.ts';
import { htmlReport } from './html-report.tsx';
import { documentStyle } from './style.ts';

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

describe('sentences', () => {
  const said = shared.say('littlesLaw', { worst: '0.12', cells: 24 });
  const korean = '리틀의 법칙: 셀 24개에서';
  const everySentence = [...MESSAGES].filter(([, { en }]) => /\.(\{\w+\})?$/.test(en));
  const filled = ([code, { en }]: (typeof everySentence)[number]) => ({
    code,
    facts: Object.fromEntries(holesOf(en).map((hole) => [hole, 'pool of 5'])),
    clauses: {},
  });
  const paragraphs = (html: string): string[] =>
    [...html.matchAll(/<bdi[^>]*>[^<]*<\/bdi>(?=<\/p>|<\/li>)/g)].map(([found]) => found);

  it('are Korean by their code, and English as they were recorded', () => {
    const records = withVerdict({ sentence: 'As it was recorded.', said });
    expect(htmlReport(records, { lang: 'en' })).toContain('<bdi>As it was recorded.</bdi>');
    expect(htmlReport(records, { lang: 'ko' })).toContain(`<bdi>${korean}`);
    expect(htmlReport(records, { lang: 'ko' })).not.toContain('As it was recorded.');
  });

  it.each([
    ['of a log without codes', undefined],
    ['by a code of a newer version', { ...said, code: 's99.new' }],
    ['that lack what belongs into them', { ...said, facts: {} }],
  ])('%s are shown as they were recorded, marked as English', (_, other) => {
    const [start, verdict] = withVerdict({ sentence: 'As it was recorded.' }).filter(
      ({ type }) => type === 'run_start' || type === 'verdict',
    );
    const records = [start!, { ...verdict!, said: other } as LogRecord];
    expect(htmlReport(records, { lang: 'ko' })).toContain('<bdi lang="en">As it was recorded.</bdi>');
    expect(htmlReport(records, { lang: 'en' })).toContain('<bdi>As it was recorded.</bdi>');
  });

  it('are all Korean in a Korean report of all that can be said', () => {
    const [start, verdict, end] = withVerdict({ arm: 'pool of 5' }).filter(({ type }) =>
      ['run_start', 'verdict', 'run_end'].includes(type),
    );
    const all = everySentence.map(filled);
    const records = [
      start!,
      ...all.map((one) => ({ ...verdict!, answer: 'stated', subject: 'finding', said: one }) as LogRecord),
      { ...end!, error: null, notices: all.map(() => 'English.'), notices_said: all } as LogRecord,
    ];
    const found = paragraphs(htmlReport(records, { lang: 'ko' }));
    expect(found.length).toBeGreaterThanOrEqual(2 * everySentence.length);
    expect(found.filter((text) => !/[가-힣]/.test(text))).toEqual([]);
  });
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

it('has no colours but those of the house', () => {
  const tokens = houseTokens();
  expect(documentStyle.startsWith(tokens)).toBe(true);
  const own = documentStyle.slice(tokens.length).replace('--paper: #ffffff;', '');
  expect(own).not.toMatch(/#[0-9a-f]{3,8}\b|light-dark|rgba?\(|hsl/i);
});
