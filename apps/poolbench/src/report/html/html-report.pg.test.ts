import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createLogger } from '@madang/telemetry';
import { accessibilityFaults, openBrowser, type Browser } from '@madang/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectByKey } from '../../load/workloads.ts';
import { readLog } from '../../record/log-reader.ts';
import { SCHEMA } from '../../scratch/own-schema.ts';
import { startScratchServer } from '../../scratch/scratch-server.ts';
import { cleanUp, runOn, shortPlan, type RunOnScratch } from '../../../test/run-on-scratch.ts';
import { htmlReport } from './html-report.tsx';

const LANGS = ['ko', 'en'] as const;
/** Words of the titles of the charts that a quick run has. */
const CHARTS = {
  ko: [
    '새 연결을 쓸 수 있기까지',
    '새 연결 (TCP, TLS 1.3, SCRAM) 하나에',
    '‘connection per query’ 대비 처리량',
    '평균 응답 시간이 쓰인 곳',
    'select: 풀 크기',
  ],
  en: [
    'Until a new connection can be used',
    'A new connection (TCP, TLS 1.3, SCRAM) takes',
    'throughput beside ‘connection per query’',
    'where the mean response goes',
    'select: a pool of',
  ],
};
let result: RunOnScratch;
let password: string;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'madang-poolbench-html-'));

beforeAll(async () => {
  const server = await startScratchServer(createLogger({ level: 'silent' }));
  try {
    password = server.target.password ?? '';
    const workloads = [selectByKey(SCHEMA)];
    result = await runOn(
      server,
      shortPlan({ workloads, cellSeconds: 0.5 }, { scenarios: ['S1', 'S2', 'S3'] }),
    );
  } finally {
    await server.stop();
  }
  browser = await openBrowser();
  for (const lang of LANGS) writeFileSync(fileOf(lang), htmlReport(result.records, { lang }));
}, 120_000);
afterAll(async () => {
  await browser.close();
  cleanUp();
  rmSync(folder, { recursive: true, force: true });
});

function fileOf(lang: string): string {
  return join(folder, `${lang}.html`);
}

describe.each(LANGS)('the report of a real run in %s', (lang) => {
  it('is the same to the byte when its log is read again', async () => {
    const { records } = await readLog(result.path);
    expect(htmlReport(records, { lang })).toBe(htmlReport(result.records, { lang }));
  });

  it('draws a waterfall, ratios, a sweep and what the response is made of', () => {
    const html = htmlReport(result.records, { lang });
    const titles = [...html.matchAll(/<figcaption>([^<]*)/g)].map(([, title]) => title ?? '');
    for (const part of CHARTS[lang]) expect(titles.join('\n')).toContain(part);
  });

  it('shows no number that is none, and no password', () => {
    const html = htmlReport(result.records, { lang }).replace(/href="data:[^"]*"/, '');
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
    expect(password.length).toBeGreaterThan(8);
    expect(html + JSON.stringify(result.records)).not.toContain(password);
  });

  it.each([
    { width: 360, colorScheme: 'light' },
    { width: 360, colorScheme: 'dark' },
    { width: 1100, colorScheme: 'light' },
    { width: 1100, colorScheme: 'dark' },
  ] as const)('is without fault at $width px, $colorScheme', async ({ width, colorScheme }) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(fileOf(lang)).href);
    const opened = await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      return document.documentElement.scrollWidth;
    });
    expect(opened).toBe(width);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
