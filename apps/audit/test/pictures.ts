import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser, type Browser } from '@madang/testkit';
import { formats } from './output/every-format.ts';
import { check } from './output/packages.ts';
import { readSample } from './samples/sample.ts';

// Takes the pictures of docs/pictures, of a house that runs already:
//   node --conditions=source --import ./tools/typescript.mjs apps/audit/test/pictures.ts http://127.0.0.1:3000

const PICTURES = join(import.meta.dirname, '../docs/pictures');
const SAMPLE = join(import.meta.dirname, 'fixtures/teaching/samplegame');

interface View {
  readonly name: string;
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly locale: string;
}

const [house] = process.argv.slice(2);
if (house === undefined)
  throw new TypeError('Name the address of a house that runs, such as http://127.0.0.1:3000.');

/** The report of the larger sample, as `--format html` writes it. */
function reportFile(): string {
  const file = join(tmpdir(), 'madang-audit-report.html');
  const run = check(readSample(SAMPLE, 'samplegame').files);
  writeFileSync(file, formats.html(run, { language: 'en', colour: false }));
  return pathToFileURL(file).href;
}

async function take(browser: Browser, { name, url, width, height, locale }: View): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height }, locale, colorScheme: 'light' });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  await page.close();
}

const DESKTOP = { width: 1100, height: 900, locale: 'en-US' };
const PHONE = { width: 390, height: 844, locale: 'ko-KR' };
const page = `${house}/audit/check?sample=yes`;

mkdirSync(PICTURES, { recursive: true });
const browser = await openBrowser();
for (const view of [
  { name: 'report', url: reportFile(), ...DESKTOP },
  // A file brings no face along, and the browser of the tests has none for Korean.
  { name: 'report-phone', url: reportFile(), ...PHONE },
  { name: 'check', url: page, ...DESKTOP },
  { name: 'check-phone', url: page, ...PHONE },
])
  await take(browser, view);
await browser.close();
