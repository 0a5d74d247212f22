import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { isInstalled } from './setup/installed.mjs';
import { takeLock } from './setup/lock.mjs';
import { npmCi } from './setup/npm-ci.mjs';
import { say } from './setup/progress.mjs';

/**
 * Installs the packages that package-lock.json names, unless they are there. Two at once do it once: the second waits.
 * Ends the process with code 1 and a reason when that fails.
 *
 * @param {string} root
 */
export async function setUp(root = ROOT) {
  try {
    if (!isInstalled(root)) await install(root);
  } catch (error) {
    say(`not set up: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}

/** @param {string} root */
async function install(root) {
  const lock = await takeLock(join(root, '.madang', 'setup.lock'), (pid) =>
    say(`waiting for the installation that process ${pid} is doing`),
  );
  try {
    if (!isInstalled(root)) await npmCi(root, lock);
  } finally {
    lock.release();
  }
}
