import { appendFileSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeMadeUpRun } from '../../test/made-up-run.ts';
import { followRuns } from './follow-runs.ts';
import { watchRun } from './watch-run.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'poolbench-follow-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** The bytes of a log that was written whole, and its path, now empty. */
async function emptied(): Promise<{ path: string; bytes: Buffer }> {
  const { path } = await writeMadeUpRun({ folder }, { rounds: 2, sizes: [1] });
  const bytes = readFileSync(path);
  writeFileSync(path, '');
  return { path, bytes };
}

describe('following', () => {
  it('finds nothing where there is nothing', async () => {
    expect(await followRuns(join(folder, 'no')).look()).toMatchObject({ file: null, running: false });
  });

  it('sees each record once, wherever the writing stops in between', async () => {
    const { path, bytes } = await emptied();
    const follower = followRuns(folder);
    const lines = bytes.toString().trimEnd().split('\n').length;
    for (let at = 0; at < bytes.length; at += 777) {
      appendFileSync(path, bytes.subarray(at, at + 777));
      const { watched } = await follower.look();
      const whole =
        bytes
          .subarray(0, at + 777)
          .toString('latin1')
          .split('\n').length - 1;
      expect(watched.records).toBe(whole);
    }
    expect(await follower.look()).toMatchObject({
      running: false,
      watched: { records: lines, ended: 'finished' },
    });
  });

  it('leaves out a line that is no record', async () => {
    const { path, bytes } = await emptied();
    const [start = ''] = bytes.toString().split('\n');
    appendFileSync(path, `${start}\nnonsense\n{"v":1,"type":"of tomorrow"}\n`);
    expect(await followRuns(folder).look()).toMatchObject({ running: true, watched: { records: 1 } });
  });

  it('goes over to a newer run', async () => {
    const clock = () => Date.UTC(2026, 0, 1) * 1000;
    await writeMadeUpRun({ folder, clock }, { plan: 'old' });
    const follower = followRuns(folder);
    expect((await follower.look()).watched.start?.plan.name).toBe('old');
    await writeMadeUpRun({ folder }, { plan: 'new', ending: null });
    expect(await follower.look()).toMatchObject({
      running: true,
      watched: { start: { plan: { name: 'new' } } },
    });
  });

  it('gives up a run whose log has been silent', async () => {
    const { path } = await writeMadeUpRun({ folder }, { ending: null });
    const longAgo = new Date(Date.now() - 120_000);
    utimesSync(path, longAgo, longAgo);
    expect(await followRuns(folder).look()).toMatchObject({ running: false, watched: { ended: null } });
  });
});

describe('watching on a terminal', () => {
  const written: string[] = [];
  const stream = (isTTY: boolean) => ({
    isTTY,
    columns: 60,
    write: (text: string) => written.push(text) > 0,
  });
  beforeEach(() => void written.splice(0));

  it('waits for a run, shows it in place and ends with it', async () => {
    const { path, bytes } = await emptied();
    utimesSync(path, new Date(0), new Date(0));
    const watching = watchRun({
      follower: followRuns(folder),
      stream: stream(true),
      signal: new AbortController().signal,
      lookEachMs: 5,
    });
    await expect.poll(() => written.join('')).toContain('waiting for a run');
    const half = bytes.lastIndexOf('\n', bytes.length / 2) + 1;
    appendFileSync(path, bytes.subarray(0, half));
    await expect.poll(() => written.join('')).toContain('quick: S');
    appendFileSync(path, bytes.subarray(half));
    expect((await watching)?.ended).toBe('finished');
    const lines = written.join('').split('\n');
    expect(Math.max(...lines.map((line) => line.replace(/\r?\u001b\[\d*[AJ]/g, '').length))).toBeLessThan(60);
    expect(written.at(-1)).toMatch(/^\r\u001b\[\d+A\u001b\[J/);
  });

  it('writes plain lines elsewhere, and ends when it is stopped', async () => {
    await writeMadeUpRun({ folder }, { ending: null });
    const stopping = new AbortController();
    const watching = watchRun({
      follower: followRuns(folder),
      stream: stream(false),
      signal: stopping.signal,
      lookEachMs: 5,
    });
    await expect.poll(() => written.length).toBe(1);
    stopping.abort();
    expect((await watching)?.ended).toBeNull();
    expect(written.join('')).toMatch(/^S3 \(2 of 2\), round 6 of 6 {2}pool of 10 .*\n$/);
    expect(written.join('')).not.toContain('\u001b');
  });
});
