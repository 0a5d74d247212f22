import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isInstalled } from './installed.mjs';

const LOCK = {
  '': { name: 'house' },
  'packages/door': { dependencies: { paint: '2.0.0' } },
  'node_modules/paint': { version: '2.0.0', integrity: 'sha512-paint' },
  'node_modules/paint-darwin': { version: '2.0.0', integrity: 'sha512-darwin', optional: true },
  'node_modules/@house/door': { resolved: 'packages/door', link: true },
};
const RECORD = {
  'packages/door': {},
  'node_modules/paint': {
    version: '2.0.0',
    integrity: 'sha512-paint',
    resolved: 'https://example.org/paint.tgz',
  },
  'node_modules/@house/door': { resolved: 'packages/door', link: true },
};

/** @param {object | undefined} record what npm wrote down in node_modules */
function houseWith(record, lock = JSON.stringify({ packages: LOCK })) {
  const root = mkdtempSync(join(tmpdir(), 'madang-installed-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'package-lock.json'), lock);
  if (record === undefined) return root;
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: record }));
  return root;
}

describe('isInstalled', () => {
  it('is content with just what the lock file names, without what is for another platform', () => {
    expect(isInstalled(houseWith(RECORD))).toBe(true);
  });

  it('misses everything where npm wrote no record', () => {
    expect(isInstalled(houseWith(undefined))).toBe(false);
  });

  it.each([
    [
      'a package of another version',
      { ...RECORD, 'node_modules/paint': { version: '1.9.0', integrity: 'sha512-paint' } },
    ],
    [
      'a package of other content',
      { ...RECORD, 'node_modules/paint': { version: '2.0.0', integrity: 'sha512-other' } },
    ],
    ['a missing package', { 'node_modules/@house/door': RECORD['node_modules/@house/door'] }],
    [
      'a package too many',
      { ...RECORD, 'node_modules/brush': { version: '1.0.0', integrity: 'sha512-brush' } },
    ],
    ['a missing workspace', { 'node_modules/paint': RECORD['node_modules/paint'] }],
    [
      'a workspace that moved',
      { ...RECORD, 'node_modules/@house/door': { resolved: 'apps/door', link: true } },
    ],
  ])('notices %s', (_what, record) => {
    expect(isInstalled(houseWith(record))).toBe(false);
  });

  it('names a lock file that cannot be read, and what to do', () => {
    expect(() => isInstalled(houseWith(RECORD, '<<<<<<< HEAD'))).toThrow(
      /package-lock\.json cannot be read.*git checkout/,
    );
  });
});
