import { addressToBytes, ADDRESS } from '@madang/icon';
import { keepText, sql } from '@madang/pg';
import {
  accessibilityFaults,
  aLog,
  anAddress,
  aSealedBlock,
  aTransaction,
  openBrowser,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from '@madang/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIslands } from '../../../tools/build.mjs';
import { blockWithTransactions } from '../src/block/block.answer.ts';
import { search } from '../src/search/search.answer.ts';
import { searchPlace } from '../src/search/search.place.ts';
import { serveRows, type ServedRows } from './serve-rows.ts';

const COIN = anAddress(0xc01, 'cx');
const SHOP = anAddress(0xc02, 'cx');
const HOSTILE = 'Coin shop <img src=x onerror=alert(1)>\u202e';
let served: ServedRows;
let browser: Browser;

beforeAll(async () => {
  await buildIslands();
  [served, browser] = await Promise.all([
    serveRows({ answers: [search, blockWithTransactions], search: searchPlace }),
    openBrowser(),
  ]);
  const moved = ['Transfer(Address,Address,int,bytes)', ADDRESS.zero, anAddress(1), '0x5'];
  await served.write([
    aSealedBlock({ height: 12, transactions: [aTransaction()] }, [
      { logs: [aLog({ address: COIN, indexed: moved, data: ['0x'] }), aLog({ address: SHOP })] },
    ]),
  ]);
  for (const [address, name] of [
    [COIN, 'Madang Coin 12'],
    [SHOP, HOSTILE],
  ] as const)
    await served.test.database.execute(
      'test.name',
      sql`update tracker.contract set name = ${keepText(name)} where address = ${addressToBytes(address)}`,
    );
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, locale: 'en-US' };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  locale: 'ko-KR',
  colorScheme: 'dark',
  isMobile: true,
  hasTouch: true,
};

interface Look {
  readonly page: Page;
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens a page and, where there are scripts, waits until its search box is alive. */
async function look(path: string, options: BrowserContextOptions = DESKTOP): Promise<Look> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(served.url + path);
  if (options.javaScriptEnabled !== false) await page.getByRole('combobox').waitFor();
  return { page, complaints, close: () => context.close() };
}

const options = (page: Page) => page.getByRole('option').allInnerTexts();
const active = (page: Page) => page.locator('[role=option][aria-selected=true]');

describe('the search box, by keyboard alone', () => {
  it('is reached by /, shows by kind what is found while one types, and leads there', async () => {
    const { page, complaints, close } = await look('/tracker/blocks/12');
    await page.keyboard.press('/');
    await page.keyboard.type('12');
    await page.getByRole('listbox').waitFor();
    expect(await page.locator('.search-kind').allInnerTexts()).toEqual(['Block', 'Token']);
    expect(await page.getByRole('combobox').getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('.search [role=status]').innerText()).toBe('2 results');
    await page.keyboard.press('ArrowDown');
    expect(await active(page).innerText()).toMatch(/^12\b/);
    const pointed = await page.getByRole('combobox').getAttribute('aria-activedescendant');
    expect(await active(page).getAttribute('id')).toBe(pointed);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tracker\/blocks\/12$/);
    expect(complaints).toEqual([]);
    await close();
  });

  it('goes round with the arrows, through the field', async () => {
    const { page, close } = await look('/tracker/search?q=nothing');
    await page.keyboard.press('/');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('coin');
    await expect.poll(() => options(page)).toHaveLength(2);
    const seen: string[] = [];
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown']) {
      await page.keyboard.press(key);
      seen.push((await active(page).allInnerTexts()).join().split('\n')[0]!.slice(0, 6));
    }
    expect(seen).toEqual(['Madang', 'Coin s', '', 'Coin s', 'Madang']);
    await close();
  });

  it('is closed by Escape without losing what was typed, opened again by an arrow, and left by Tab', async () => {
    const { page, close } = await look('/tracker/search?q=nothing');
    await page.getByRole('combobox').fill('coin');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').count()).toBe(0);
    expect(await page.getByRole('combobox').inputValue()).toBe('coin');
    await page.keyboard.press('ArrowDown');
    expect(await active(page).count()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await page.getByRole('listbox').count()).toBe(0);
    await close();
  });

  it('sends the form by Enter when no option is chosen', async () => {
    const { page, close } = await look('/tracker/blocks/12');
    await page.keyboard.press('/');
    await page.keyboard.type('coin');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tracker\/search\?q=coin$/);
    expect(await page.getByRole('combobox').inputValue()).toBe('coin');
    await close();
  });
});

describe('what is suggested', () => {
  it.each([
    ['on a desktop', DESKTOP],
    ['on a phone', PHONE],
  ])('%s: accessible, within the screen, hostile names as text', async (_where, where) => {
    const { page, complaints, close } = await look('/tracker/search?q=12', where);
    await page.getByRole('combobox').fill('shop');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect((await options(page))[0]).toContain('<img src=x onerror=alert(1)>\\u{202e}');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('can be clicked', async () => {
    const { page, close } = await look('/tracker/search?q=coin');
    await page.getByRole('combobox').fill('12');
    await page.getByRole('option').first().click();
    await page.waitForURL(/\/tracker\/blocks\/12$/);
    await close();
  });

  it('is said to be nothing when it is nothing', async () => {
    const { page, close } = await look('/tracker/search?q=12');
    await page.getByRole('combobox').fill('no such thing');
    await page.locator('.search-nothing').waitFor();
    expect(await page.locator('.search [role=status]').innerText()).toBe('Nothing found');
    expect(await page.getByRole('combobox').getAttribute('aria-expanded')).toBe('false');
    await close();
  });

  it('is not there when the answer fails, and the form still works', async () => {
    const { page, close } = await look('/tracker/search?q=12');
    await page.route('**/api/tracker/v1/search*', (route) => route.abort());
    await page.getByRole('combobox').fill('coin');
    await page.waitForRequest('**/api/tracker/v1/search*');
    expect(await page.locator('.search-results').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tracker\/search\?q=coin$/);
    await close();
  });
});

describe('the page of results', () => {
  it.each([
    ['on a desktop', DESKTOP],
    ['on a phone', PHONE],
  ])('%s: accessible with and without results, within the screen', async (_where, where) => {
    for (const q of ['coin', COIN, `hx${'0'.repeat(6)}`, 'nothing-at-all', '%3Cb%3E%E2%80%AE']) {
      const { page, complaints, close } = await look(`/tracker/search?q=${q}`, where);
      expect(await accessibilityFaults(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
      await close();
    }
  });

  it('is reached without scripts, and leads to the one thing that was named', async () => {
    const { page, close } = await look('/tracker/blocks/12', { ...DESKTOP, javaScriptEnabled: false });
    await page.getByRole('searchbox').fill('12');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tracker\/search\?q=12$/);
    expect(await page.locator('tbody tr').count()).toBe(2);
    await page.getByRole('link', { name: 'Open this block' }).click();
    await page.waitForURL(/\/tracker\/blocks\/12$/);
    await close();
  });
});
