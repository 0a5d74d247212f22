import { gzipSync } from 'node:zlib';
import { accessibilityFaults, openBrowser } from '@madang/testkit';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@madang/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startGallery, type Gallery } from './gallery-server.tsx';
import { PAGES } from './gallery.tsx';
import { NOW } from './sample.ts';

const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };
const FIRST_VIEW_BYTES = 60_000;
const NAMES = Object.keys(PAGES);

let browser: Browser;
let usual: BrowserContext;
let gallery: Gallery;
let page: Page;
let faults: string[];
let requested: string[];

beforeAll(async () => {
  [browser, gallery] = await Promise.all([openBrowser(), startGallery()]);
  usual = await browser.newContext({ viewport: DESKTOP });
}, 60_000);
afterAll(() => Promise.all([browser.close(), gallery.stop()]));
afterEach(async () => {
  await page.close();
  if (page.context() !== usual) await page.context().close();
  expect(faults).toEqual([]);
});

/** Opens a page of the gallery; whatever the browser complains of (a script's error, a broken policy) fails the test. */
async function open(path: string, options?: BrowserContextOptions): Promise<void> {
  const context = options ? await browser.newContext({ viewport: DESKTOP, ...options }) : usual;
  page = await context.newPage();
  faults = [];
  requested = [];
  page.on('request', (request) => requested.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.clock.setFixedTime(NOW);
  await page.goto(gallery.url + path);
}

const widthBeyondScreen = (): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe.each(NAMES)('the page %s', (name) => {
  it.each([
    ['ko', 'light'],
    ['en', 'dark'],
  ])('is accessible in %s, %s, on desktop and phone', async (lang, theme) => {
    await open(`/${name}?lang=${lang}&theme=${theme}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('does not scroll sideways, even with texts twice as long', async () => {
    await open(`/${name}?lang=en`);
    await page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { currentNode } = texts;
        if (currentNode.parentElement?.closest('svg, .hash') === null) {
          currentNode.nodeValue = `${currentNode.nodeValue} ${currentNode.nodeValue}`;
        }
      }
    });
    for (const width of [1280, 900, 640, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await widthBeyondScreen(), `at ${width}`).toBeLessThanOrEqual(0);
    }
  });

  it('says the same without JavaScript', async () => {
    await open(`/${name}?lang=en`, { javaScriptEnabled: false });
    const still = await page.locator('main').innerText();
    expect(still.length).toBeGreaterThan(100);
    await page.context().close();
    await open(`/${name}?lang=en`);
    const missing = still.split('\n').filter((line) => line.trim() !== '' && !/^[\d,. :-]+$/.test(line));
    const alive = await page.locator('main').innerText();
    expect(missing.filter((line) => !alive.includes(line))).toEqual([]);
  });
});

describe('a phone', () => {
  it.each(NAMES)('has targets at least 44 pixels high on the page %s', async (name) => {
    await open(`/${name}`, { viewport: PHONE, hasTouch: true });
    const low = await page.evaluate(() =>
      [...document.querySelectorAll('a, button, input, summary')]
        .filter((target) => target.getClientRects().length > 0 && !target.matches('.skip, .tile'))
        .filter((target) => target.getBoundingClientRect().height < 44)
        .map((target) => `${target.getBoundingClientRect().height} ${target.outerHTML}`),
    );
    expect(low).toEqual([]);
  });

  it('shows of a table what matters', async () => {
    await open('/home?lang=en', { viewport: PHONE });
    expect(await page.getByRole('columnheader', { name: 'Kind' }).isVisible()).toBe(true);
    expect(await page.getByRole('columnheader', { name: 'From → to' }).isVisible()).toBe(false);
  });
});

describe('an island', () => {
  it('follows the stream of events, and shows each new block once', async () => {
    await open('/home?lang=en');
    await page.locator('[data-hydrated]').first().waitFor({ state: 'attached' });
    await expectTip('1,778');
    gallery.advance(1779);
    await expectTip('1,779');
    gallery.advance(1781);
    await expectTip('1,781');
    expect(await page.locator('.slab').count()).toBe(14);
    expect(await page.locator('.slab.arrives').count()).toBe(3);
    gallery.advance(1778);
    await expectTip('1,778');
  });

  it('says when the connection is lost, and goes on by itself', async () => {
    await open('/home?lang=en');
    await expectFreshness('Level with the node');
    await page.route('**/events', (route) => route.fulfill({ status: 503 }));
    gallery.dropStreams();
    await expectFreshness('Connection lost, trying again');
    await page.unroute('**/events');
    await expectFreshness('Level with the node');
    // The broken stream and the refused attempts are what this test is about.
    faults = faults.filter((fault) => !/503|ERR_INCOMPLETE_CHUNKED_ENCODING/.test(fault));
  });

  it('lets the yard be held still while the lists go on', async () => {
    await open('/home?lang=en');
    await page.getByRole('button', { name: 'Pause' }).click();
    gallery.advance(1780);
    await expectTip('1,780');
    expect(await page.locator('.slab-name').first().innerText()).toBe('1,778');
    await page.getByRole('button', { name: 'Resume' }).click();
    expect(await page.locator('.slab-name').first().innerText()).toBe('1,780');
    gallery.advance(1778);
    await expectTip('1,778');
  });

  it('holds the yard still for those who prefer less motion', async () => {
    await open('/home?lang=en', { reducedMotion: 'reduce' });
    expect(await page.getByRole('button', { name: 'Resume' }).isVisible()).toBe(true);
  });

  it('draws a chart with uPlot over the drawing of the server', async () => {
    await open('/charts?lang=en');
    await page.locator('.chart canvas').nth(1).waitFor();
    expect(await page.locator('.chart-still').count()).toBe(0);
  });

  const expectTip = (height: string): Promise<void> =>
    page.locator('.freshness b', { hasText: height }).waitFor({ timeout: 5000 });
  const expectFreshness = (words: string): Promise<void> =>
    page.locator('.freshness', { hasText: words }).waitFor({ timeout: 10_000 });
});

describe('the keyboard', () => {
  it('reaches the search box with / from anywhere but a field', async () => {
    await open('/home?lang=en');
    await page.locator('[data-island=search][data-hydrated]').waitFor({ state: 'attached' });
    await page.keyboard.press('/');
    await page.keyboard.type('a/b');
    expect(await page.getByRole('searchbox').inputValue()).toBe('a/b');
  });

  it('skips to the content first', async () => {
    await open('/home?lang=en');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.locator('main:focus').count()).toBe(1);
  });

  it('passes each block of the yard once, not each of its tiles', async () => {
    await open('/home?lang=en', { javaScriptEnabled: false });
    const stops = await page.locator('.yard a:not([tabindex="-1"])').count();
    expect(stops).toBe(14);
  });
});

describe('a hash', () => {
  it('is cut for the eye and whole when it is copied', async () => {
    await open('/home?lang=en');
    const hash = page.locator('td .hash').first();
    const whole = await hash.getAttribute('title');
    const selected = await hash.evaluate((element) => {
      window.getSelection()?.selectAllChildren(element);
      return window.getSelection()?.toString();
    });
    expect(whole).toMatch(/^0x[0-9a-f]{64}$/);
    expect(selected).toBe(whole);
    expect((await hash.boundingBox())?.width).toBeLessThan(130);
  });

  it('is copied by its button', async () => {
    await open('/transaction?lang=en', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy' }).first().click();
    await page.getByText('Copied').waitFor({ state: 'attached' });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^0x[0-9a-f]{64}$/);
  });
});

describe('the first view', () => {
  it('is at most 60 kB over the wire, without the faces', async () => {
    await open('/home');
    const sent = requested.filter((url) => !/\.woff2$|\/events$|\/data$/.test(url));
    expect(sent.length).toBeGreaterThan(3);
    const sizes = await Promise.all(
      sent.map(async (url) => gzipSync(await (await fetch(url)).arrayBuffer()).length),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(FIRST_VIEW_BYTES);
  });
});

describe('print', () => {
  it('leaves out what is only of use on a screen', async () => {
    await open('/home?lang=en');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('header').first().isVisible()).toBe(false);
    expect(await page.getByRole('columnheader', { name: 'From → to' }).isVisible()).toBe(true);
  });
});
