import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { recordOf } from './installed.mjs';
import { say, showProgress, stopwatch } from './progress.mjs';

// No install script runs: none is needed, and npm may be set to refuse them. `include` overrules a production setting.
const ARGUMENTS = [
  'ci',
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
];
const STOPPED_BY = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs `npm ci` and stays silent but for progress; when it fails, shows all that npm said.
 *
 * @param {string} root
 * @param {import('./lock.mjs').Lock} lock npm gets a share in it: should this process be killed, npm still works on
 * @throws when npm is missing, fails or is stopped
 */
export async function npmCi(root, lock) {
  // npm removes node_modules in any order; without its record an interrupted run cannot be taken for a finished one.
  rmSync(recordOf(root), { force: true });
  const elapsed = stopwatch();
  const progress = showProgress('installing packages (npm ci)');
  const { ended, output, stoppedBy } = await run(root, lock).finally(progress.stop);
  if (ended === 'code 0') return say(`packages installed in ${elapsed()}`);
  if (stoppedBy !== undefined)
    throw new Error('the installation was interrupted; the next start begins it anew');
  process.stderr.write(output);
  throw new Error(
    `npm ci ended with ${ended} after ${elapsed()}; what it said is above. Set that right ` +
      '(network, registry, disk, rights on node_modules) and run the same command again',
  );
}

/**
 * @param {string} root
 * @param {import('./lock.mjs').Lock} lock
 * @returns {Promise<{ ended: string, output: string, stoppedBy: NodeJS.Signals | undefined }>}
 */
function run(root, lock) {
  const npm = spawn('npm', ARGUMENTS, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  if (npm.pid !== undefined) lock.share(npm.pid);
  let output = '';
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  }
  /** @type {NodeJS.Signals | undefined} */
  let stoppedBy;
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    stoppedBy = signal;
    // Asked politely, npm first finishes what it is at, for up to a minute; nothing in node_modules is worth that.
    npm.kill('SIGKILL');
  };
  for (const signal of STOPPED_BY) process.on(signal, stop);
  return new Promise((resolve, reject) => {
    npm.once('error', (cause) =>
      reject(new Error(`npm cannot be run (${cause.message}); is it on the PATH?`)),
    );
    npm.once('close', (code, signal) => {
      for (const name of STOPPED_BY) process.off(name, stop);
      resolve({ ended: signal ?? `code ${code}`, output, stoppedBy });
    });
  });
}
