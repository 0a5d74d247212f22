import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A window of a browser, and what the browser complains about in it: refused content, errors of scripts. */
export interface Window {
  readonly page: Page;
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Ways to look at the pages of a site. */
export interface Windows {
  /** Opens a page in a window of its own, which is new to the site. */
  look(path: string, options: BrowserContextOptions): Promise<Window>;
  /**
   * Opens a page in the window of all who came with these options (the same object) before, as a reader goes from page to page: for
   * those who leave nothing behind. Takes half the time of a new window, which loads all faces anew.
   */
  goTo(path: string, options: BrowserContextOptions): Promise<Omit<Window, 'close'>>;
}

/**
 * @param origin of the site, such as `http://127.0.0.1:1234`
 * @param expected complaints that are no fault: of the status of a page of an error, which is what that page is for
 */
export function windowsOf(browser: Browser, origin: string, expected: RegExp): Windows {
  const shared = new Map<BrowserContextOptions, Promise<Window>>();
  return {
    async look(path, options) {
      const window = await openWindow(browser, options, expected);
      await window.page.goto(origin + path, { waitUntil: 'load' });
      return window;
    },
    async goTo(path, options) {
      const opening = shared.get(options) ?? openWindow(browser, options, expected);
      shared.set(options, opening);
      const { page, complaints } = await opening;
      complaints.length = 0;
      await page.goto(origin + path, { waitUntil: 'load' });
      return { page, complaints };
    },
  };
}

async function openWindow(
  browser: Browser,
  options: BrowserContextOptions,
  expected: RegExp,
): Promise<Window> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) complaints.push(message.text());
  });
  return { page, complaints, close: () => context.close() };
}
