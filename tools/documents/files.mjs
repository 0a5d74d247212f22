import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files of the repository as git sees them: tracked, and new ones that nothing ignores.
 *
 * @param {string} root
 * @returns {string[]} paths from the root, with slashes
 */
export function listFiles(root) {
  const options = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const names = execFileSync('git', options, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 }).split('\0');
  return [...new Set(names)].filter((name) => name !== '' && existsSync(join(root, name)));
}

/** A file's text, or undefined when it is binary. @param {string} file */
export function readText(file) {
  const bytes = readFileSync(file);
  return bytes.subarray(0, 8000).includes(0) ? undefined : bytes.toString('utf8');
}

/** The number of the line that holds this place, from 1. @param {string} text @param {number} index */
export function lineAt(text, index) {
  return text.slice(0, index).split('\n').length;
}
