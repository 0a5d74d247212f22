import { openBrowser } from '@madang/testkit';
import { it } from 'vitest';
import { serveAudit } from './serve.ts';

it('shows', { timeout: 300_000 }, async () => {
  const house = await serveAudit();
  const t0 = Date.now();
  const r = await house.check('', 'sample=yes');
  console.log(r.status, Date.now() - t0, (await r.text()).slice(0, 600));
  const s = await house.check('', 'sample=yes', { headers: { accept: 'text/event-stream' } });
  const text = await s.text();
  console.log(s.status, text.slice(0, 500), text.length, text.slice(-200));
  const browser = await openBrowser();
  for (const [name, options] of [
    ['desk', { viewport: { width: 1200, height: 900 }, locale: 'ko-KR', colorScheme: 'light' as const }],
    ['phone', { viewport: { width: 360, height: 800 }, locale: 'en-US', colorScheme: 'dark' as const, isMobile: true, hasTouch: true }],
  ] as const) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.on('console', (m) => console.log(m.text()));
    page.on('pageerror', (m) => console.log(m.message));
    for (const [what, path] of [
      ['start', '/audit'], ['check', '/audit/check'], ['sample', '/audit/check?sample=yes'], ['rules', '/audit/rules'], ['rule', '/audit/rules/F01'], ['norule', '/audit/rules/F99'],
    ] as const) {
      await page.goto(house.url + path, { waitUntil: 'networkidle' });
      await page.screenshot({ path: `/tmp/audit-pages/${name}-${what}.png`, fullPage: true });
    }
    await page.goto(`${house.url}/audit`, { waitUntil: 'networkidle' });
    await page.setInputFiles('input[type=file]', { name: 'token.py', mimeType: 'text/x-python', buffer: Buffer.from('from iconservice import *\n\nclass A(IconScoreBase):\n    def f(self):\n        return hash(1)\n') });
    await page.waitForTimeout(150);
    await page.screenshot({ path: `/tmp/audit-pages/${name}-running.png`, fullPage: true });
    await page.waitForSelector('.online-report', { timeout: 60_000 });
    await page.screenshot({ path: `/tmp/audit-pages/${name}-done.png`, fullPage: true });
    await page.goto(`${house.url}/audit`, { waitUntil: 'networkidle' });
    await page.setInputFiles('input[type=file]', { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from('PNG\0') });
    await page.waitForSelector('[role=alert]', { timeout: 60_000 });
    await page.screenshot({ path: `/tmp/audit-pages/${name}-failed.png`, fullPage: true });
  }
  await browser.close();
  await house.stop();
});
