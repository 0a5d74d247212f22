import {
  accessibilityFaults,
  openBrowser,
  windowsOf,
  type Browser,
  type BrowserContextOptions,
  type Windows,
} from '@madang/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transaction } from '../src/transaction/transaction.schema.ts';
import { runTracker, type RunningTracker } from './running.ts';

let tracker: RunningTracker;
let browser: Browser;
let windows: Windows;
const paths = new Map<string, string>();

// Contracts of the recorded chain.
const COIN = 'cx0e52c284bf87d1c7552861cdad07fb7298aa67de';
const MARKET = 'cx85d53740dd9697d9d3d0c318c917614d15dc0a1c';
const NFT = 'cxa68adcfdaf7458e97972e318c53c9c5312831ad4';
const MULTI = 'cx483b580fa22e26af7eeb9e4fba9455106f809745';

beforeAll(async () => {
  [tracker, browser] = await Promise.all([runTracker({ startHeight: 600 }), openBrowser()]);
  windows = windowsOf(browser, tracker.url, /404/);
  await tracker.until(599);
  const first = async (filter: string): Promise<string> => {
    const { items } = (await tracker.json(`/api/tracker/v1/transactions?limit=1&${filter}`)) as {
      items: Transaction[];
    };
    return `/tracker/transactions/${items[0]!.hash}`;
  };
  paths.set('home', '/tracker');
  paths.set('blocks', '/tracker/blocks');
  paths.set('a block', '/tracker/blocks/590');
  paths.set('genesis', '/tracker/blocks/0');
  paths.set('transactions', '/tracker/transactions');
  paths.set('failed transactions', '/tracker/transactions?status=failure');
  paths.set('nothing found', '/tracker/transactions?method=no-such-method');
  paths.set('a failed transaction', await first('status=failure'));
  paths.set('a message', await first('kind=message'));
  paths.set('a deployed contract', await first('kind=deploy'));
  paths.set('a block that is not there', '/tracker/blocks/77777');
  paths.set('a transaction that moved tokens', await first('method=buy&status=success'));
  const { items: holders } = (await tracker.json(`/api/tracker/v1/tokens/${NFT}/holders?limit=1`)) as {
    items: { address: string }[];
  };
  const holder = `/tracker/addresses/${holders[0]!.address}`;
  paths.set('an address', holder);
  paths.set("an address's transactions", `${holder}/transactions`);
  paths.set("an address's token transfers", `${holder}/token-transfers`);
  paths.set("a contract's internal transfers", `/tracker/addresses/${MARKET}/internal-transfers`);
  paths.set("a contract's logs", `/tracker/addresses/${NFT}/logs`);
  paths.set('contracts', '/tracker/contracts');
  paths.set('a contract', `/tracker/contracts/${NFT}`);
  paths.set('the source of a contract', `/tracker/contracts/${NFT}/files?file=1`);
  paths.set("the system's contract", `/tracker/contracts/cx${'0'.repeat(40)}`);
  paths.set('tokens', '/tracker/tokens');
  paths.set('a token', `/tracker/tokens/${COIN}`);
  paths.set("a token's transfers", `/tracker/tokens/${MULTI}/transfers`);
  paths.set("a token's holders", `/tracker/tokens/${COIN}/holders`);
  paths.set("a token's owners", `/tracker/tokens/${NFT}/owners`);
  paths.set('logs', '/tracker/logs');
  paths.set('what was searched for', '/tracker/search?q=madang');
  paths.set('nothing found by search', '/tracker/search?q=nobody');
});

afterAll(async () => {
  await browser.close();
  await tracker.stop();
});

const DESKTOP: BrowserContextOptions = {
  viewport: { width: 1280, height: 900 },
  locale: 'ko-KR',
  colorScheme: 'light',
};
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  locale: 'en-US',
  colorScheme: 'dark',
  isMobile: true,
  hasTouch: true,
};
const WITHOUT_SCRIPTS: BrowserContextOptions = { ...DESKTOP, javaScriptEnabled: false };

describe.each([
  ['home'],
  ['blocks'],
  ['a block'],
  ['genesis'],
  ['transactions'],
  ['failed transactions'],
  ['nothing found'],
  ['a failed transaction'],
  ['a message'],
  ['a deployed contract'],
  ['a block that is not there'],
  ['a transaction that moved tokens'],
  ['an address'],
  ["an address's transactions"],
  ["an address's token transfers"],
  ["a contract's internal transfers"],
  ["a contract's logs"],
  ['contracts'],
  ['a contract'],
  ['the source of a contract'],
  ["the system's contract"],
  ['tokens'],
  ['a token'],
  ["a token's transfers"],
  ["a token's holders"],
  ["a token's owners"],
  ['logs'],
  ['what was searched for'],
  ['nothing found by search'],
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

describe('the first page', () => {
  it('follows the chain by itself', async () => {
    const { page, close } = await windows.look('/tracker', DESKTOP);
    const newest = page.locator('.freshness b');
    await expect.poll(() => newest.innerText()).toBe(String(tracker.replay.height() - 1));
    tracker.replay.release(tracker.replay.height() + 4);
    await expect
      .poll(() => newest.innerText(), { timeout: 10_000 })
      .toBe(String(tracker.replay.height() - 1));
    expect(await page.locator('.slab').first().locator('.slab-name').innerText()).toBe(
      String(tracker.replay.height() - 1),
    );
    await close();
  });

  it('shows nothing that its answer does not give', async () => {
    const { page, close } = await windows.look('/tracker', WITHOUT_SCRIPTS);
    const { stats } = (await tracker.json('/api/tracker/v1/overview')) as { stats: Record<string, number> };
    const shown = (await page.locator('.facts dd').allInnerTexts()).map((text) =>
      Number(text.replaceAll(',', '')),
    );
    expect(shown).toEqual([
      stats['transactions'],
      stats['failedTransactions'],
      stats['tokenTransfers'],
      stats['addresses'],
      stats['contracts'],
      stats['tokens'],
    ]);
    await close();
  });
});

describe('finding the way', () => {
  it('goes from the list to a block, its transaction and back, and through older pages', async () => {
    const { page, close } = await windows.look('/tracker/transactions', DESKTOP);
    const firstHash = await page.locator('tbody a.hash').first().getAttribute('title');
    await page.locator('a[rel=next]').click();
    await page.waitForURL(/cursor=/);
    expect(await page.locator('tbody a.hash').first().getAttribute('title')).not.toBe(firstHash);
    await page.locator('tbody a.hash').first().click();
    await page.waitForURL(/\/transactions\/0x/);
    await page.locator('.detail a[href^="/tracker/blocks/"]').first().click();
    await page.waitForURL(/\/blocks\/\d+/);
    await page.locator('a[rel=prev]').first().click();
    await page.waitForURL(/\/blocks\/\d+/);
    await close();
  });

  it('filters by a form whose address means the same to the API', async () => {
    const { page, close } = await windows.look('/tracker/transactions', DESKTOP);
    await page.selectOption('select[name=status]', 'failure');
    await page.fill('input[name=method]', 'transfer');
    await page.locator('.filters button').click();
    await page.waitForURL(/status=failure/);
    const shown = await page
      .locator('tbody a.hash')
      .evaluateAll((links) => links.map((link) => link.getAttribute('title')));
    const { items } = (await tracker.json('/api/tracker/v1/transactions?status=failure&method=transfer')) as {
      items: Transaction[];
    };
    expect(shown.filter((title) => title?.startsWith('0x'))).toEqual(items.map(({ hash }) => hash));
    await close();
  });

  it('keeps the language that was chosen', async () => {
    const { page, close } = await windows.look('/tracker', DESKTOP);
    await page.locator('.languages a[hreflang=en]').click();
    await page.goto(`${tracker.url}/tracker/blocks`);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await close();
  });
});

describe('text from outside', () => {
  it('is text, whatever it holds', async () => {
    const { items } = (await tracker.json('/api/tracker/v1/transactions?kind=message&limit=100')) as {
      items: Transaction[];
    };
    const details = await Promise.all(
      items.map(
        ({ hash }) =>
          tracker.json(`/api/tracker/v1/transactions/${hash}`) as Promise<{
            hash: string;
            input: { text: string | null };
          }>,
      ),
    );
    const hostile = details.find(({ input }) => input.text?.includes('<') === true)!;
    const { page, complaints, close } = await windows.look(`/tracker/transactions/${hostile.hash}`, DESKTOP);
    expect(await page.locator('.fold pre').first().innerText()).toContain('<');
    expect(await page.locator('.fold script, .fold img, .fold b').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
