import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { accessibilityFaults, openBrowser, type Browser, type Page } from '@madang/testkit';
import { marked } from 'marked';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckRun } from '../../src/check-run.ts';
import { formats } from './every-format.ts';
import { check, HOSTILE, hostileFiles, teachingFiles } from './packages.ts';

const folder = mkdtempSync(join(tmpdir(), 'madang-audit-output-'));
const hostile = check(hostileFiles());
const teaching = check(teachingFiles());
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const options = (language: 'en' | 'ko') => ({ language, colour: false });

/** Opens a document, and fails on whatever it loads, runs or complains of. */
async function open(html: string, view: { width: number; colorScheme: 'light' | 'dark' }): Promise<Page> {
  const path = join(folder, 'report.html');
  writeFileSync(path, html);
  const page = await browser.newPage({
    viewport: { width: view.width, height: 900 },
    colorScheme: view.colorScheme,
  });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(path).href) complaints.push(request.url());
  });
  await page.goto(pathToFileURL(path).href);
  expect(complaints).toEqual([]);
  return page;
}

const tagsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...new Set([...document.body.querySelectorAll('*')].map(({ tagName }) => tagName))].sort(),
  );

describe('the HTML report', () => {
  it.each([
    { width: 390, colorScheme: 'dark', language: 'ko' },
    { width: 1100, colorScheme: 'light', language: 'en' },
  ] as const)(
    'is without fault at $width px, $colorScheme, $language',
    { timeout: 60_000 },
    async ({ language, ...view }) => {
      const page = await open(
        formats.html(
          check(teachingFiles().filter(({ path }) => path.startsWith('chip/'))),
          options(language),
        ),
        view,
      );
      await page.evaluate(() =>
        document.querySelectorAll('details').forEach((details) => (details.open = true)),
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.close();
    },
  );

  it('says every verdict in a word, and opens the evidence', async () => {
    const page = await open(
      formats.html(check(teachingFiles().filter(({ path }) => path.startsWith('chip/'))), options('en')),
      { width: 1100, colorScheme: 'light' },
    );
    expect(await page.locator('.lines > li').count()).toBe(27);
    const line = page.locator('.lines details', { hasText: 'CL-C11' });
    expect(await line.locator('summary').innerText()).toMatch(/Fail/);
    await line.locator('summary').click();
    const [link] = await line.locator('.evidence a').all();
    await link!.click();
    expect(await page.locator('.finding:target').innerText()).toContain('T05');
    await page.close();
  });

  it('hides the findings of a severity without a script', async () => {
    const page = await open(formats.html(teaching, options('en')), { width: 1100, colorScheme: 'light' });
    expect(await page.locator('.finding.medium').first().isVisible()).toBe(true);
    await page.locator('.show-medium').uncheck();
    expect(await page.locator('.finding.medium').first().isVisible()).toBe(false);
    expect(await page.locator('.finding.high').first().isVisible()).toBe(true);
    await page.close();
  });

  it('leads from a finding to the page of its rule', async () => {
    const page = await open(formats.html(teaching, options('en')), { width: 1100, colorScheme: 'light' });
    const help = page.locator('#rule-T05');
    expect(await help.isVisible()).toBe(false);
    await page.locator('.finding a[href="#rule-T05"]').first().click();
    await help.waitFor({ state: 'visible' });
    await page.close();
  });

  it('shows hostile text as text', async () => {
    const page = await open(formats.html(hostile, options('en')), { width: 1100, colorScheme: 'light' });
    expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false);
    const tags = await tagsOf(page);
    for (const tag of ['SCRIPT', 'IMG', 'svg', 'B', 'IFRAME', 'LINK']) expect(tags).not.toContain(tag);
    expect(
      await page.evaluate(
        () => [...document.links].filter(({ hash, href }) => !href.endsWith(hash) || hash === '').length,
      ),
    ).toBe(0);
    const text = await page.locator('body').innerText();
    for (const piece of HOSTILE.slice(0, 4)) expect(text).toContain(piece);
    await page.close();
  });
});

describe('the Markdown report', () => {
  it.each(['en', 'ko'] as const)('reads hostile text as text, in %s', async (language) => {
    const html = await marked.parse(formats.markdown(hostile, options(language)), { gfm: true });
    const page = await open(`<!doctype html><meta charset="utf-8"><body>${html}`, {
      width: 1100,
      colorScheme: 'light',
    });
    expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false);
    expect(await tagsOf(page)).toEqual([
      'CODE',
      'H1',
      'H2',
      'H3',
      'H4',
      'LI',
      'P',
      'PRE',
      'TABLE',
      'TBODY',
      'TD',
      'TH',
      'THEAD',
      'TR',
      'UL',
    ]);
    const rows = await page.evaluate(() =>
      [...document.querySelectorAll('tr')].map(({ cells }) => cells.length),
    );
    expect(new Set(rows)).toEqual(new Set([4]));
    expect(rows.length).toBe(hostile.reports.length * 28);
    const text = await page.locator('body').innerText();
    for (const piece of HOSTILE.slice(0, 7)) expect(text).toContain(piece);
    await page.close();
  });
});

describe('the JUnit report', () => {
  const parse = async (run: CheckRun) => {
    const page = await open('<!doctype html><title>x</title>', { width: 390, colorScheme: 'light' });
    const read = await page.evaluate(
      (xml) => {
        const document = new DOMParser().parseFromString(xml, 'application/xml');
        const all = (name: string) => [...document.getElementsByTagName(name)];
        return {
          fault: all('parsererror')
            .map(({ textContent }) => textContent)
            .join(),
          tags: [...new Set(all('*').map(({ tagName }) => tagName))].sort(),
          suites: all('testsuite').map((suite) => ({
            name: suite.getAttribute('name'),
            cases: suite.getElementsByTagName('testcase').length,
            failing: [...suite.getElementsByTagName('testcase')].filter(
              (each) => each.getElementsByTagName('failure').length > 0,
            ).length,
            said: Number(suite.getAttribute('failures')),
          })),
          failures: all('failure').length,
          text: document.documentElement.textContent,
        };
      },
      formats.junit(run, options('en')),
    );
    await page.close();
    return read;
  };

  it('has a suite for each package, a case for each rule, a failure for each finding above info', async () => {
    const { fault, tags, suites, failures } = await parse(teaching);
    expect(fault).toBe('');
    expect(tags.filter((tag) => tag !== 'system-out')).toEqual([
      'failure',
      'properties',
      'property',
      'testcase',
      'testsuite',
      'testsuites',
    ]);
    expect(suites.map(({ name }) => name)).toEqual(teaching.reports.map(({ root }) => root));
    for (const { cases, failing, said } of suites) {
      expect(cases).toBe(teaching.rules.length);
      expect(said).toBe(failing);
    }
    const weighty = teaching.reports.flatMap(({ findings }) =>
      findings.filter(({ severity }) => severity !== 'info'),
    );
    expect(failures).toBe(weighty.length);
  });

  it('holds hostile text as text', async () => {
    const { fault, tags, text } = await parse(hostile);
    expect(fault).toBe('');
    expect(tags).not.toContain('script');
    for (const piece of HOSTILE.slice(0, 4)) expect(text).toContain(piece);
  });
});
