import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';

const FOREGROUND = new URL('./foreground.mjs', import.meta.url).href;

// Says what it hears; ends by itself some time after the first thing it heard, so that a second would be seen.
const LISTENER = `
  const end = (heard) => { console.log(heard); setTimeout(() => process.exit(7), 300); };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal));
  process.on('disconnect', () => end('disconnect'));
  setInterval(() => {}, 1000);
  console.log('ready');
`;

/** @param {string} code of the program in the foreground */
function start(code) {
  const script = `await (await import(${JSON.stringify(FOREGROUND)})).runForeground(['-e', ${JSON.stringify(code)}])`;
  const host = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  host.stdout.on('data', (text) => (said += String(text)));
  const ended = once(host, 'close').then(([code, signal]) => ({ code, signal, said }));
  return { host, ended, ready: once(host.stdout, 'data') };
}

describe('runForeground', () => {
  it.each(/** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))(
    'passes %s on once, though it comes twice, and ends with the code of the program',
    async (signal) => {
      const { host, ended, ready } = start(LISTENER);
      await ready;
      host.kill(signal);
      await new Promise((resolve) => setTimeout(resolve, 50));
      host.kill(signal);
      expect(await ended).toEqual({ code: 7, signal: null, said: `ready\n${signal}\n` });
    },
  );

  it('lets the program know by disconnect that it was killed', async () => {
    const { host, ended, ready } = start(LISTENER);
    await ready;
    host.kill('SIGKILL');
    expect(await ended).toEqual({ code: null, signal: 'SIGKILL', said: 'ready\ndisconnect\n' });
  });

  it('ends by the signal that ended the program', async () => {
    const { ended } = start(`process.kill(process.pid, 'SIGKILL')`);
    expect(await ended).toMatchObject({ code: null, signal: 'SIGKILL' });
  });

  it('ends what the program has left running', async () => {
    const { ended } = start(`
      const left = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      console.log(left.pid);
      process.exit(0);
    `);
    const { said } = await ended;
    // Until its new parent has taken note of its end, a process that ended still seems to be there.
    await expect.poll(() => exists(Number(said)), { timeout: 10_000 }).toBe(false);
  });
});

/** @param {number} pid */
function exists(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
