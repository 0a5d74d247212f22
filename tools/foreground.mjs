import { spawn } from 'node:child_process';

const PASSED_ON = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGWINCH']);
// npm passes on to us the Ctrl-C that the terminal has already sent to us: twice within this time is once.
const SAME_PRESS_MS = 500;
const PARENT_POLL_MS = 1000;

/**
 * Runs Node in the foreground and ends as it ends, with its code or by its signal.
 *
 * The child shares the terminal but has a session of its own, so that it gets each signal exactly once: from us, whether
 * the terminal sent it to all or somebody to us alone. That we were killed it learns from its event `disconnect`.
 *
 * @param {string[]} args of node
 * @returns {Promise<never>}
 */
export function runForeground(args) {
  const child = spawn(process.execPath, args, {
    detached: true,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of PASSED_ON)
    process.on(
      signal,
      oncePerPress(() => child.kill(signal)),
    );
  stopWithNpm(() => child.kill('SIGTERM'));
  return new Promise((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      endLeftovers(child.pid);
      endLike(code, signal);
    });
  });
}

/**
 * @param {string} program a built file, or a TypeScript one
 * @param {string[]} args
 * @returns {string[]} arguments of node that run it
 */
export function toRun(program, args) {
  return program.endsWith('.ts') ? fromSource(program, args) : [program, ...args];
}

/**
 * @param {string} main a TypeScript file
 * @param {string[]} args
 * @returns {string[]} arguments of node that run it from source
 */
export function fromSource(main, args) {
  const loader = new URL('./typescript.mjs', import.meta.url).href;
  return ['--conditions=source', '--import', loader, main, ...args];
}

/** @param {() => void} act */
function oncePerPress(act) {
  let last = -Infinity;
  return () => {
    const now = performance.now();
    if (now - last > SAME_PRESS_MS) act();
    last = now;
  };
}

/** npm passes signals on, but not its own sudden death. @param {() => void} stop */
function stopWithNpm(stop) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, PARENT_POLL_MS);
}

/** Vitest, for one, goes at once when interrupted and leaves its workers. @param {number | undefined} session */
function endLeftovers(session) {
  try {
    if (session !== undefined) process.kill(-session, 'SIGTERM');
  } catch {
    // Nothing was left.
  }
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function endLike(code, signal) {
  if (signal === null) process.exit(code ?? 1);
  for (const name of PASSED_ON) process.removeAllListeners(name);
  process.kill(process.pid, signal);
}
