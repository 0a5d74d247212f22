import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  accessibilityFaults,
  openBrowser,
  windowsOf,
  type Browser,
  type BrowserContextOptions,
  type Page,
  type Windows,
} from '@madang/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, PACKAGE } from '../command/run.ts';
import { hostileFiles } from '../output/packages.ts';
import { longContract } from './long-contract.ts';
import type { RunningAudit } from './serve.ts';
import { serveAudit } from './served.ts';
import { zipOf } from './zip.ts';

let house: RunningAudit;
let browser: Browser;
let windows: Windows;
const folder = mkdtempSync(join(tmpdir(), 'madang-audit-online-'));

beforeAll(async () => {
  [house, browser] = await Promise.all([serveAudit(), openBrowser()]);
  windows = windowsOf(browser, house.url, /\b4(00|04|22)\b/);
});
afterAll(async () => {
  await browser.close();
  await house.stop();
  rmSync(folder, { recursive: true });
});

const DESKTOP: BrowserContextOptions = {
  viewport: { width: 1200, height: 900 },
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

const widths = (page: Page) =>
  page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);

/** A picture for people to look at, where a folder for them is named. */
async function picture(page: Page, name: string): Promise<void> {
  const pictures = process.env['MADANG_PICTURES'];
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

describe.each([
  ['start', '/audit'],
  ['check', '/audit/check'],
  ['sample', '/audit/check?sample=yes'],
  ['rules', '/audit/rules'],
  ['some-rules', '/audit/rules?family=F&severity=high'],
  ['no-rules', '/audit/rules?text=no-such-thing'],
  ['rule', '/audit/rules/F01'],
  ['no-rule', '/audit/rules/F99'],
])('the page %s', (name, path) => {
  it.each([
    ['on a desktop, light, in Korean', DESKTOP, 'ko'],
    ['on a phone, dark, in English', PHONE, 'en'],
  ])(
    '%s: accessible, nothing refused by the browser, nothing wider than the screen',
    async (_, options, lang) => {
      const { page, complaints } = await windows.goTo(path, options);
      await picture(page, `${name}-${lang}`);
      expect(await page.getAttribute('html', 'lang')).toBe(lang);
      expect(await accessibilityFaults(page)).toEqual([]);
      const [needed, there] = await widths(page);
      expect(needed).toBeLessThanOrEqual(there!);
      expect(complaints).toEqual([]);
    },
  );
});

/** A file for a browser to hand in. */
function fileWith(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const handIn = (page: Page, path: string) => page.setInputFiles('input[type=file]', path);

describe('somebody who hands in a contract', () => {
  it('reads what the command line finds, and goes back to the form', async () => {
    const path = fileWith('shop.zip', zipOf(PACKAGE));
    const { printed } = await check(path, '--format=json');
    const found = JSON.parse(printed) as { packages: { findings: { fingerprint: string }[] }[] };
    const { page, complaints, close } = await windows.look('/audit', { ...DESKTOP, locale: 'en-US' });
    await handIn(page, path);
    await page.waitForSelector('.online-report');
    const ids = await page.locator('.online-report .finding').evaluateAll((all) => all.map(({ id }) => id));
    expect(ids).toEqual(found.packages[0]!.findings.map(({ fingerprint }) => `f-${fingerprint}`));
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('online-report');
    expect(await page.locator('h1:visible').allInnerTexts()).toEqual(['Shop']);
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'report');
    await page.getByRole('button', { name: 'Check another contract' }).click();
    expect(await page.locator('input[type=file]').count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('sees how far it is, by a phone and by keyboard, and may stop it', async () => {
    const { page, complaints, close } = await windows.look('/audit/check', PHONE);
    await page.locator('input[type=file]').focus();
    await handIn(page, fileWith('long.py', longContract(400)));
    await expect
      .poll(() => page.locator('.progress').innerText(), { timeout: 30_000 })
      .toMatch(/Rule \d+ of 113/);
    expect(await page.locator('[role=status]').innerText()).toBe('Checking long.py');
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'progress');
    await page.getByRole('button', { name: 'Stop' }).press('Enter');
    await page.waitForSelector('input[type=file]');
    expect(complaints).toEqual([]);
    await close();
  });

  it('may drop it', async () => {
    const { page, close } = await windows.look('/audit/check', DESKTOP);
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['x = 1\n'], 'dropped.py'));
      return transfer;
    });
    await page.dispatchEvent('.hand-in', 'drop', { dataTransfer: data });
    await page.waitForSelector('.online-report');
    await close();
  });

  it.each([
    ['picture.png', 'PNG', '파이썬 파일도 아닙니다', 'AUDIT_NOT_A_PACKAGE'],
    ['evil.zip', zipOf({ '../evil.py': 'x' }), '안전하지 않은 zip', 'ICON_ARCHIVE_UNSAFE'],
    ['large.zip', new Uint8Array(4 * 1024 * 1024 + 1), '파일이 너무 큽니다', 'HTTP_TOO_LARGE'],
  ])('of %s is told why it is not checked', async (name, content, sentence, code) => {
    const { page, complaints, close } = await windows.look('/audit/check', DESKTOP);
    await handIn(page, fileWith(name, content));
    await page.waitForSelector('[role=alert]');
    const told = await page.locator('[role=alert]').innerText();
    expect(told).toContain(sentence);
    expect(told).toContain(code);
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, `refused-${name}`);
    expect(complaints).toEqual([]);
    await close();
  });

  it('that is full of markup reads it as text', async () => {
    // Signs that no zip of a contract may have in a path.
    const packed = (path: string) => path.replace(/[^\x20-\x5b\x5d-\x7e]/g, '_');
    const files = Object.fromEntries(hostileFiles().map(({ path, bytes }) => [packed(path), bytes]));
    const { page, complaints, close } = await windows.look('/audit/check', PHONE);
    await handIn(page, fileWith('<img src=x onerror=window.hit=1>.zip', zipOf(files)));
    await page.waitForSelector('.online-report, [role=alert]');
    expect(await page.locator('.online-report').count()).toBe(1);
    expect(await page.locator('main :is(img, script, iframe, svg)').count()).toBe(0);
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
    const [needed, there] = await widths(page);
    expect(needed).toBeLessThanOrEqual(there!);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('without scripts', () => {
  it('a contract is handed in by the form, and its report is the page', async () => {
    const { page, close } = await windows.look('/audit', WITHOUT_SCRIPTS);
    await handIn(page, fileWith('shop.zip', zipOf(PACKAGE)));
    await Promise.all([page.waitForEvent('load'), page.locator('button[type=submit]').click()]);
    expect(new URL(page.url()).pathname).toBe('/audit/check');
    expect(await page.locator('.online-report h1').innerText()).toBe('Shop');
    expect(await page.title()).toContain('감사 보고서');
    await page.getByRole('link', { name: '다른 컨트랙트 검사' }).click();
    expect(await page.locator('input[type=file]').count()).toBe(1);
    await close();
  });

  it('what cannot be checked is told on the page', async () => {
    const { page, close } = await windows.look('/audit/check', WITHOUT_SCRIPTS);
    await handIn(page, fileWith('picture.png', 'PNG'));
    await Promise.all([page.waitForEvent('load'), page.locator('button[type=submit]').click()]);
    expect(await page.locator('[role=alert]').innerText()).toContain('AUDIT_NOT_A_PACKAGE');
    await close();
  });

  it('rules are found by the form, and lead to their pages', async () => {
    const { page, close } = await windows.look('/audit/rules', WITHOUT_SCRIPTS);
    expect(await page.locator('tbody tr').count()).toBe(113);
    await page.selectOption('select[name=family]', 'N');
    await page.locator('.filters button').click();
    expect(await page.locator('tbody tr').count()).toBe(9);
    await page.getByRole('link', { name: 'N05' }).click();
    expect(new URL(page.url()).pathname).toBe('/audit/rules/N05');
    expect(await page.locator('.rule-doc h2').count()).toBeGreaterThan(2);
    await close();
  });
});
