import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ version?: string, integrity?: string, resolved?: string, link?: true, optional?: true, devOptional?: true }} Entry */

/**
 * Whether node_modules holds just what package-lock.json names. npm writes down what it installed, last of all, in
 * `node_modules/.package-lock.json`; comparing the two also recognises an installation made by hand.
 *
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = readLockFile(root);
  const present = readRecord(root);
  if (present === undefined) return false;
  const wantedIsThere = Object.entries(wanted).every(([path, entry]) => isSame(entry, present[path]));
  return wantedIsThere && Object.keys(present).every((path) => path in wanted);
}

/** npm's own record of what it installed. @param {string} root */
export function recordOf(root) {
  return join(root, 'node_modules', '.package-lock.json');
}

/** @param {string} root */
function readLockFile(root) {
  const file = join(root, 'package-lock.json');
  try {
    return readEntries(file);
  } catch (cause) {
    throw new Error(
      `${file} cannot be read (${String(cause)}); restore it with git checkout package-lock.json`,
      { cause },
    );
  }
}

/** @param {string} root */
function readRecord(root) {
  try {
    return readEntries(recordOf(root));
  } catch {
    return undefined;
  }
}

/**
 * Only what lies in a node_modules folder: the workspaces themselves are written differently in the two files.
 *
 * @param {string} file
 * @returns {Record<string, Entry>}
 */
function readEntries(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.fromEntries(Object.entries(packages).filter(([path]) => /(^|\/)node_modules\//.test(path)));
}

/**
 * @param {Entry} wanted
 * @param {Entry | undefined} present absent is right for what npm leaves out on this platform
 */
function isSame(wanted, present) {
  if (present === undefined) return wanted.optional === true || wanted.devOptional === true;
  if (wanted.link === true) return present.resolved === wanted.resolved;
  return present.version === wanted.version && present.integrity === wanted.integrity;
}
