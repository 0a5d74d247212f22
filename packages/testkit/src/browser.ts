import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

export type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

// Not the package's own `args`: those switch web security off, and a test of it would prove nothing.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--font-render-hinting=none',
];

// The machine's fonts and, where it has none, the one that comes with the browser.
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * A headless Chromium from npm, with its libraries; no system package is needed. Launch it once per test file and close it
 * in the end. It has no Korean face of its own: pages under test bring theirs.
 *
 * ```ts
 * const browser = await openBrowser();
 * const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
 * ```
 */
export async function openBrowser(): Promise<Browser> {
  // Loaded by the few tests that have a browser, not by all that use this package.
  const { chromium } = await import('playwright-core');
  const home = await unpacked();
  const libraries = [join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']];
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: FLAGS,
    env: {
      ...definedOnly(process.env),
      LD_LIBRARY_PATH: libraries.filter((path) => path !== undefined).join(':'),
      // The same on every machine; `C` would become a language tag that Intl refuses.
      LC_ALL: 'en_US.UTF-8',
      FONTCONFIG_PATH: join(home, 'fonts'),
      XDG_CACHE_HOME: join(home, 'cache'),
    },
  });
}

/**
 * What axe-core finds wrong with the page as it is now (WCAG 2.2 A and AA, and its best practices): one line a fault, empty when
 * there is none.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { default: axe } = await import('axe-core');
  await page.evaluate(axe.source);
  // Only the faults leave the page, and only they are worked out to the last element: the rest is megabytes.
  const violations = await page.evaluate(async () => {
    const results = await (globalThis as unknown as AxeWindow).axe.run({ resultTypes: ['violations'] });
    return results.violations;
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${help}: ${html} (${failureSummary})`),
  );
}

interface AxeWindow {
  readonly axe: typeof axe;
}

/** The folder of the unpacked browser; unpacks at first use. Whole or absent, so that two starters do not meet half a file. */
async function unpacked(): Promise<string> {
  const source = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..');
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string };
  const cache = join(source, '..', '..', '.cache');
  const home = join(cache, `madang-chromium-${version}`);
  if (existsSync(home)) return home;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(`${home}-`);
  await unpackInto(draft);
  await writeFile(join(draft, 'fonts', 'fonts.conf'), FONTS_CONF);
  try {
    await rename(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

/** The package unpacks into TMPDIR and changes the environment of its process, so it gets a process of its own. */
async function unpackInto(folder: string): Promise<void> {
  const program = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    // The runtime's name makes it unpack the libraries, too (nss, nspr, expat).
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
