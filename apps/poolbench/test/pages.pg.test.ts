import { appendFileSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  accessibilityFaults,
  openBrowser,
  windowsOf,
  type Browser,
  type BrowserContextOptions,
  type Windows,
} from '@madang/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readLog } from '../src/record/log-reader.ts';
import { htmlReport } from '../src/report/html/html-report.tsx';
import { findRunFile } from '../src/runs/run-files.ts';
import type { RunItem } from '../src/runs/runs.schema.ts';
import { writeMadeUpRun } from './made-up-run.ts';
import { runPoolbench, type RunningPoolbench } from './running.ts';

let house: RunningPoolbench;
let browser: Browser;
let windows: Windows;
const paths = new Map<string, string>();
const ids: { before: string; after: string; going: string; goingPath: string } = {
  before: '',
  after: '',
  going: '',
  goingPath: '',
};
const FOREIGN = '01KANKYN3JZZZZZZZZZZZZZZZZ';
const API = '/api/poolbench/v1';

const at = (day: number) => () => Date.UTC(2026, 0, day) * 1000;

/** A clock that goes on by half a second each time that it is read. */
function halfSeconds(milliseconds: number): () => number {
  let readings = 0;
  return () => (milliseconds + 500 * readings++) * 1000;
}

beforeAll(async () => {
  [house, browser] = await Promise.all([runPoolbench(), openBrowser()]);
  windows = windowsOf(browser, house.url, /\b4(04|22)\b/);
  paths.set('no runs', '/poolbench');
});
afterAll(async () => {
  await browser.close();
  await house.stop();
});

const DESKTOP: BrowserContextOptions = {
  viewport: { width: 1100, height: 900 },
  locale: 'ko-KR',
  colorScheme: 'light',
};
const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 800 },
  locale: 'en-US',
  colorScheme: 'dark',
  isMobile: true,
  hasTouch: true,
};
const WITHOUT_SCRIPTS: BrowserContextOptions = { ...DESKTOP, javaScriptEnabled: false };

it('before the first run, the pages say how to begin', async () => {
  for (const path of ['/poolbench', '/poolbench/live', '/poolbench/compare']) {
    const { page, complaints, close } = await windows.look(path, DESKTOP);
    expect(await page.locator('.empty').count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  }
  expect(await (await house.ask('/poolbench?lang=en')).text()).toContain('./madang poolbench quick');
});

describe('with runs', () => {
  // One that has been silent for too long counts as killed, and the tests before may take that long.
  beforeEach(() => utimesSync(ids.goingPath, new Date(), new Date()));
  beforeAll(async () => {
    const { folder } = house;
    ids.before = (await writeMadeUpRun({ folder, clock: at(1) }, { speed: 1 })).runId;
    ids.after = (await writeMadeUpRun({ folder, clock: at(2) }, { speed: 0.5, plan: 'nightly' })).runId;
    const going = await writeMadeUpRun(
      { folder, clock: halfSeconds(Date.now()) },
      { ending: null, rounds: 2, followed: true },
    );
    ids.going = going.runId;
    ids.goingPath = going.path;
    writeFileSync(join(folder, `poolbench-20251225T000000Z-${FOREIGN}.jsonl`), 'hello\n');
    utimesSync(join(folder, `poolbench-20251225T000000Z-${FOREIGN}.jsonl`), 0, 0);
    paths.set('the runs', '/poolbench');
    paths.set('the runs of a plan', '/poolbench?plan=nightly');
    paths.set('no run of a plan', '/poolbench?plan=no-such-plan');
    paths.set('a run', `/poolbench/runs/${ids.before}`);
    paths.set('a run that goes on', `/poolbench/runs/${ids.going}`);
    paths.set('a file that is no log', `/poolbench/runs/${FOREIGN}`);
    paths.set('a run that is not there', `/poolbench/runs/${FOREIGN.replace('01', '02')}`);
    paths.set('two runs', `/poolbench/compare?a=${ids.before}&b=${ids.after}`);
    paths.set('two runs to choose', '/poolbench/compare');
    paths.set('the run of the moment', '/poolbench/live');
  });

  describe.each([
    ['the runs'],
    ['the runs of a plan'],
    ['no run of a plan'],
    ['a run'],
    ['a run that goes on'],
    ['a file that is no log'],
    ['a run that is not there'],
    ['two runs'],
    ['two runs to choose'],
    ['the run of the moment'],
  ])('the page of %s', (name) => {
    it.each([
      ['on a desktop, light, in Korean', DESKTOP, 'ko'],
      ['on a phone, dark, in English', PHONE, 'en'],
    ])(
      '%s: accessible, nothing refused by the browser, nothing wider than the screen',
      async (_where, options, lang) => {
        const { page, complaints } = await windows.goTo(paths.get(name)!, options);
        expect(await page.getAttribute('html', 'lang')).toBe(lang);
        expect(await page.locator('h1').count()).toBe(1);
        expect(await accessibilityFaults(page)).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
        expect(complaints).toEqual([]);
      },
    );

    it('reads the same without scripts', async () => {
      const { page } = await windows.goTo(paths.get(name)!, WITHOUT_SCRIPTS);
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(40);
    });
  });

  it.each(['ko', 'en'] as const)(
    'the page of a run has the charts and tables of its file, in %s',
    async (lang) => {
      const { records } = await readLog(await findRunFile(house.folder, ids.before));
      const html = await (await house.ask(`${paths.get('a run')!}?lang=${lang}`)).text();
      const partsOf = (text: string): string[] =>
        [...text.matchAll(/<figcaption>[^<]*|<h2 id=[^<]*|<caption[^<]*/g)].map(([part]) => part);
      const file = partsOf(htmlReport(records, { lang }).replace(/<section aria-labelledby="raw">.*/s, ''));
      expect(file.filter((part) => part.startsWith('<figcaption>')).length).toBeGreaterThanOrEqual(4);
      expect(partsOf(html)).toEqual(file);
    },
  );

  it('a run in an answer is short, whatever its page draws', async () => {
    const answer = await (await house.ask(`${API}/runs/${ids.before}`)).text();
    expect(answer).not.toContain('histogram');
    expect(answer.length).toBeLessThan(readFileSync(await findRunFile(house.folder, ids.before)).length / 2);
  });

  it('a Korean page says its sentences in Korean', async () => {
    const { page, close } = await windows.look(paths.get('a run')!, DESKTOP);
    const sentences = await page.locator('.report .verdict p').allTextContents();
    expect(sentences.length).toBeGreaterThan(3);
    expect(sentences.filter((sentence) => !/[가-힣]/.test(sentence))).toEqual([]);
    expect(await page.locator('.report [lang="en"]').count()).toBe(0);
    await close();
  });

  it('nothing is wider than a phone when all folds are open', async () => {
    const { page, close } = await windows.look(paths.get('a run')!, PHONE);
    const overflow = await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    });
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await close();
  });

  it('the list has the newest first, pages through the rest, and comes as CSV', async () => {
    const { items, next } = (await house.json(`${API}/runs?limit=2`)) as { items: RunItem[]; next: string };
    expect(items.map(({ id }) => id)).toEqual([ids.going, ids.after]);
    const rest = (await house.json(`${API}/runs?limit=2&cursor=${next}`)) as { items: RunItem[]; next: null };
    expect(rest.items.map(({ id }) => id)).toEqual([ids.before, FOREIGN]);
    expect(rest.next).toBeNull();
    const csv = await (await house.ask(`${API}/runs?format=csv&plan=nightly`)).text();
    expect(csv.trim().split('\r\n')).toHaveLength(2);
  });

  it('an answer is not made again while no log has changed', async () => {
    for (const path of [
      `${API}/runs`,
      `${API}/runs/${ids.before}`,
      `${API}/comparison?a=${ids.before}&b=${ids.after}`,
    ]) {
      const first = await house.ask(path);
      const etag = first.headers.get('etag') ?? '';
      expect((await house.ask(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    }
  });

  it.each([
    ['../../etc/passwd', 400],
    ['%2e%2e%2fpasswd', 400],
    ['last', 400],
    [FOREIGN.toLowerCase(), 400],
    [`${FOREIGN}.jsonl`, 400],
    [FOREIGN.replace('01', '02'), 404],
    [FOREIGN, 422],
  ])('the run %s is answered with %i', async (run, status) => {
    const answer = await house.ask(`${API}/runs/${encodeURIComponent(decodeURIComponent(run))}`);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain(house.folder);
  });

  it('text of a log is text, whatever it holds', async () => {
    const { page, close } = await windows.look(paths.get('a run')!, DESKTOP);
    expect(await page.locator('main').innerText()).toContain('select <b>1</b>');
    expect(await page.locator('main bdi b').count()).toBe(0);
    await close();
  });

  it('a comparison tells that half the speed is worse', async () => {
    const { page, close } = await windows.look(paths.get('two runs')!, { ...DESKTOP, locale: 'en-US' });
    const text = await page.locator('main').innerText();
    expect(text).toContain('b is better in 0 cells');
    expect(text).toMatch(/S3 pool of 10 select ×32\s+5,\d+\s+2,\d+\s+0\.50×/);
    await close();
  });

  it('the keyboard alone finds a run and comes back', async () => {
    const { page, close } = await windows.look('/poolbench', DESKTOP);
    const row = page.locator(`a[href="/poolbench/runs/${ids.before}"]`);
    for (
      let step = 0;
      step < 40 && !(await row.evaluate((link) => link === document.activeElement));
      step += 1
    )
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/runs/${ids.before}`);
    await page.locator('.breadcrumb a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/poolbench');
    await close();
  });

  it.each([
    ['with scripts', true, 'ko-KR', '테이블 잠금', 'PostgreSQL: 일하는 백엔드'],
    ['without', false, 'en-US', 'table locked', 'PostgreSQL: active back-ends'],
  ])(
    'the live page has both sides on one axis of time, %s, with what was done meanwhile',
    async (_, javaScriptEnabled, locale, mark, plane) => {
      const { page, close } = await windows.look('/poolbench/live', {
        ...DESKTOP,
        locale,
        javaScriptEnabled,
      });
      const drawing = page.locator('.plot > svg:visible');
      expect(await drawing.count()).toBe(1);
      const texts = await drawing.locator('text').allTextContents();
      expect(texts).toContain(mark);
      // One axis of time for six planes, those of the client above.
      const names = texts.filter((text) => text.startsWith('PostgreSQL:'));
      expect(names).toHaveLength(3);
      expect(names).toContain(plane);
      expect(await drawing.locator('.plot-base').count()).toBe(6);
      expect(await drawing.locator('.plot-segment').count()).toBe(5);
      expect(await drawing.locator('.plot-flag').count()).toBe(8);
      expect(await drawing.getAttribute('aria-label')).toContain(mark);
      // Above the planes of PostgreSQL are those of the client.
      const planes = await drawing
        .locator('.plot-base')
        .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().top));
      expect(planes).toEqual(planes.toSorted((a, b) => a - b));
      await page.locator('.plot summary').click();
      expect(await page.locator('.plot td bdi', { hasText: mark }).count()).toBe(8);
      await close();
    },
  );

  it('the live page follows the log by itself, to the end of the run', async () => {
    const { page, close } = await windows.look('/poolbench/live', { ...DESKTOP, locale: 'en-US' });
    await expect.poll(() => page.locator('.chip').innerText()).toContain('running');
    expect(await page.locator('main p').first().innerText()).toContain('S3 (2/2), round 2 of 2');
    expect(await page.locator('main p').first().innerText()).toContain('about 5 s left');
    const lines = readFileSync(ids.goingPath, 'utf8').trimEnd().split('\n');
    const interval = lines.findLast((line) => line.includes('"type":"interval"'))!;
    appendFileSync(ids.goingPath, `${interval.replace(/"achieved_rate":\d+/, '"achieved_rate":4321')}\n`);
    await expect.poll(() => page.locator('.facts').innerText(), { timeout: 10_000 }).toContain('4,321');
    const finished = readFileSync(await findRunFile(house.folder, ids.before), 'utf8')
      .trimEnd()
      .split('\n')
      .at(-1)!;
    appendFileSync(ids.goingPath, `${finished}\n`);
    await expect.poll(() => page.locator('.chip').innerText(), { timeout: 10_000 }).toContain('over');
    await close();
  });
});
