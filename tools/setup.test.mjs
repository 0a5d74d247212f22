import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const SETUP = new URL('./setup.mjs', import.meta.url).href;

const LINK = { 'node_modules/door': { resolved: 'packages/door', link: true } };

/** A house with one workspace and no foreign package, so that npm needs no network. @param {object} [locked] */
function newHouse(locked = LINK) {
  const root = mkdtempSync(join(tmpdir(), '마당 집 '));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const house = { name: 'house', version: '1.0.0', workspaces: ['packages/*'] };
  mkdirSync(join(root, 'packages/door'), { recursive: true });
  writeFileSync(join(root, 'package.json'), JSON.stringify(house));
  writeFileSync(join(root, 'packages/door/package.json'), JSON.stringify({ name: 'door', version: '1.0.0' }));
  const packages = {
    '': house,
    ...locked,
    'packages/door': { version: '1.0.0' },
  };
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ ...house, lockfileVersion: 3, requires: true, packages }),
  );
  return root;
}

/** @param {string} root @returns {Promise<{ code: number | null, said: string }>} */
function setUp(root) {
  const script = `await (await import(${JSON.stringify(SETUP)})).setUp(${JSON.stringify(root)})`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

describe('setUp', () => {
  it('installs what is missing and says so, then has nothing to do or say', async () => {
    const root = newHouse();
    const first = await setUp(root);
    expect(first.said).toMatch(
      /^madang: installing packages \(npm ci\) …\nmadang: packages installed in \d+\.\d s\n$/,
    );
    expect(first.code).toBe(0);
    expect(existsSync(join(root, 'node_modules/door/package.json'))).toBe(true);
    expect(await setUp(root)).toEqual({ code: 0, said: '' });
  });

  it('installs once when two start at the same moment', async () => {
    const root = newHouse();
    const both = await Promise.all([setUp(root), setUp(root)]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const said = both.map((one) => one.said).join('');
    expect(said.match(/packages installed/g)).toHaveLength(1);
    expect(said.match(/waiting for the installation that process \d+ is doing/g)).toHaveLength(1);
  });

  it('passes on why npm failed and tells the next step', async () => {
    const root = newHouse({});
    const { code, said } = await setUp(root);
    expect(code).toBe(1);
    expect(said).toContain('Missing: door@1.0.0 from lock file');
    expect(said).toMatch(/madang: not set up: npm ci ended with code 1 .* run the same command again\n$/);
    expect(existsSync(join(root, 'node_modules/.package-lock.json'))).toBe(false);
  });
});
