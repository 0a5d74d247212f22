import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { takeLock } from './lock.mjs';

function newFolder() {
  const root = mkdtempSync(join(tmpdir(), 'madang-lock-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  return join(root, 'some', 'lock');
}

const neverWaits = () => {
  throw new Error('waited');
};

/** @param {string} holder */
function folderHeldBy(holder) {
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, holder), '');
  return folder;
}

describe('takeLock', () => {
  it('gives a free lock at once and leaves nothing behind', async () => {
    const folder = newFolder();
    const lock = await takeLock(folder, neverWaits);
    expect(readdirSync(folder)).toHaveLength(1);
    lock.release();
    expect(readdirSync(join(folder, '..'))).toEqual([]);
  });

  it('makes the second wait for the first and names the process it waits for', async () => {
    const folder = newFolder();
    const first = await takeLock(folder, neverWaits);
    /** @type {number[]} */
    const waitedFor = [];
    const second = takeLock(folder, (pid) => {
      waitedFor.push(pid);
      first.release();
    });
    (await second).release();
    expect(waitedFor).toEqual([process.pid]);
  });

  it('lets one in at a time, however many come', async () => {
    const folder = newFolder();
    let inside = 0;
    const most = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const lock = await takeLock(folder, () => {});
        const now = ++inside;
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside--;
        lock.release();
        return now;
      }),
    );
    expect(most).toEqual(Array(8).fill(1));
  });

  it('takes over from a process that died, and from one whose number another process has now', async () => {
    const dead = folderHeldBy(`4194304.1@${hostname()}`);
    (await takeLock(dead, neverWaits)).release();
    const reused = folderHeldBy(`${process.pid}.1@${hostname()}`);
    (await takeLock(reused, neverWaits)).release();
  });

  it('trusts a process of another host, but not for ever', async () => {
    const folder = folderHeldBy('7.1@elsewhere');
    const holder = join(folder, '7.1@elsewhere');
    const lock = await takeLock(folder, (pid) => {
      expect(pid).toBe(7);
      utimesSync(holder, 0, 0);
    });
    expect(existsSync(holder)).toBe(false);
    lock.release();
  });

  it('stays taken while a process that shares it lives', async () => {
    const folder = newFolder();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const first = await takeLock(folder, neverWaits);
    first.share(/** @type {number} */ (child.pid));
    first.release();
    /** @type {number[]} */
    const waitedFor = [];
    const second = await takeLock(folder, (pid) => {
      waitedFor.push(pid);
      child.kill('SIGKILL');
    });
    second.release();
    expect(waitedFor).toEqual([child.pid]);
  });
});
