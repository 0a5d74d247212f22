import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OWNER_FILE, ownerNote, removeAbandoned } from './owned-folder.ts';
import { identify } from './processes.ts';

let parent: string;
beforeEach(() => (parent = mkdtempSync(join(tmpdir(), 'owned-'))));
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function folderOf(name: string, owner: string | null): string {
  const folder = join(parent, name);
  mkdirSync(folder);
  if (owner !== null) writeFileSync(join(folder, OWNER_FILE), owner);
  return folder;
}

describe('removeAbandoned', () => {
  it('removes what a killed process left, and ends what runs from it first', async () => {
    const child = spawn('sleep', ['60']);
    const note = JSON.stringify(await identify(child.pid!));
    const left = folderOf('mine-1', note);
    const kept = folderOf('mine-2', await ownerNote());
    expect(await removeAbandoned({ parent, prefix: 'mine-' })).toEqual([]);
    child.kill('SIGKILL');
    await once(child, 'exit');

    const ended: string[] = [];
    const end = (folder: string): Promise<void> => {
      ended.push(folder);
      expect(existsSync(folder)).toBe(true);
      return Promise.resolve();
    };
    expect(await removeAbandoned({ parent, prefix: 'mine-', end })).toEqual([left]);
    expect(ended).toEqual([left]);
    expect([existsSync(left), existsSync(kept)]).toEqual([false, true]);
  });

  it('leaves alone what has no owner that it can read, and what has another name', async () => {
    const folders = [
      folderOf('mine-1', null),
      folderOf('mine-2', 'null'),
      folderOf('mine-3', '{'),
      folderOf('other', '{"pid":1,"began":-1}'),
    ];
    expect(await removeAbandoned({ parent, prefix: 'mine-' })).toEqual([]);
    expect(folders.map(existsSync)).toEqual([true, true, true, true]);
  });

  it('knows a process from a later one with its number', async () => {
    const { pid } = process;
    folderOf('mine-1', JSON.stringify({ pid, began: 1 }));
    expect(await removeAbandoned({ parent, prefix: 'mine-' })).toHaveLength(1);
  });
});
