import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Checker, type CheckJob } from './checker.ts';
import { Packages } from './packages.ts';

const folder = mkdtempSync(join(tmpdir(), 'madang-typing-'));
const uri = pathToFileURL(join(folder, 'a.py')).href;
writeFileSync(join(folder, 'a.py'), '');

/** Counts what it is asked. */
class CountingChecker extends Checker {
  asked = 0;
  edits = 0;

  override check(job: CheckJob) {
    this.asked += 1;
    return super.check(job);
  }

  override edit(job: CheckJob) {
    this.edits += 1;
    return super.edit(job);
  }
}

const checker = new CountingChecker();
const packages = new Packages(
  { show: () => undefined, troubled: () => undefined, cut: () => undefined },
  checker,
);
afterAll(async () => {
  await packages.stop();
  rmSync(folder, { recursive: true });
});

let version = 0;
const type = (text: string) => packages.change(TextDocument.create(uri, 'python', (version += 1), text));
const linesFound = async () =>
  (await packages.settled(uri))?.checked.findings.map(({ rule, at }) => `${rule} ${at.start.line}`);

it(
  'keys that follow one another are one edit, of which the last text counts',
  { timeout: 60_000 },
  async () => {
    type('print(1)\n');
    expect(await linesFound()).toEqual(['Q02 1']);
    await pause(200);
    checker.asked = 0;
    checker.edits = 0;
    for (let count = 1; count <= 15; count += 1) {
      type(`${'\n'.repeat(count)}print(1)\n`);
      await pause(5);
    }
    expect(await linesFound()).toEqual(['Q02 16']);
    // The first key is alone as long as no other has come; on a busy machine there may be a pause between two.
    expect(checker.asked).toBeGreaterThanOrEqual(2);
    expect(checker.asked).toBeLessThan(6);
    // What each of the others touches is judged all the same.
    expect(checker.edits).toBeGreaterThanOrEqual(15 - checker.asked);
  },
);

it('an edit that stands alone is checked at once', async () => {
  await pause(200);
  checker.asked = 0;
  type('print(2)\n');
  await pause(0);
  expect(checker.asked).toBe(1);
  expect(await linesFound()).toEqual(['Q02 1']);
});
