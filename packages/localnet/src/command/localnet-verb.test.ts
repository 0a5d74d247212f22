import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addressFromPrivateKey } from '@madang/icon/signature';
import { afterAll, describe, expect, it } from 'vitest';
import { localnetVerb } from './localnet-verb.ts';

const data = mkdtempSync(join(tmpdir(), 'madang-localnet-verb-'));
afterAll(() => rmSync(data, { recursive: true }));

const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const PROGRAM = join(import.meta.dirname, '../../test/run-verb.ts');

/** The verb as a process, up to the line with its address. */
async function start(...flags: string[]) {
  const argv = ['--conditions=source', '--import', LOADER, PROGRAM, data, 'port=0', ...flags];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [printed, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  await Promise.race([once(child.stdout, 'data'), ended]);
  return {
    url: printed.trim(),
    said: () => said,
    async end(signal: NodeJS.Signals): Promise<number | null> {
      child.kill(signal);
      return (await ended)[0];
    },
  };
}

async function ask<T>(url: string, method: string, params?: object): Promise<T> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, ...(params && { params }) });
  return ((await (await fetch(url, { method: 'POST', body })).json()) as { result: T }).result;
}
const latest = async (url: string): Promise<number> =>
  Number((await ask<{ latest: string }>(url, 'icx_getNetworkInfo')).latest);

/** Runs the verb in this process, where it ends at once. */
async function run(flags: Record<string, string>, words: string[] = []) {
  const [printed, said]: [string[], string[]] = [[], []];
  const code = await localnetVerb.run({
    ...{ words, flags: new Map(Object.entries(flags)), dataFolder: data },
    print: (line) => void printed.push(line),
    say: (line) => void said.push(line),
  });
  return { code, printed, said };
}

describe('./madang localnet', { timeout: 60_000 }, () => {
  it('makes blocks until Ctrl-C, and goes on where it was', async () => {
    const flags = ['seed=desk', 'interval=50', 'rate=20'];
    const first = await start(...flags);
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v3$/);
    await expect.poll(() => latest(first.url), { timeout: 20_000 }).toBeGreaterThan(5);
    const block = await ask<{ block_hash: string }>(first.url, 'icx_getBlockByHeight', { height: '0x5' });
    expect(await first.end('SIGINT')).toBe(0);
    expect(first.said()).toMatch(/network id 3, height 0; it is kept in .*desk-[0-9a-f]{8}\./);
    expect(first.said()).toMatch(/--keys god,alice,bob/);
    const [, height = ''] = /Stopped at height (\d+)\./.exec(first.said()) ?? [];

    const second = await start(...flags);
    expect(await latest(second.url)).toBeGreaterThanOrEqual(Number(height));
    expect(await ask(second.url, 'icx_getBlockByHeight', { height: '0x5' })).toEqual(block);
    await expect.poll(() => latest(second.url), { timeout: 20_000 }).toBeGreaterThan(Number(height));
    expect(await second.end('SIGTERM')).toBe(0);
  });

  it('is told when the chain is in use', async () => {
    const first = await start('seed=busy', 'interval=1000');
    const second = await start('seed=busy', 'interval=1000');
    expect(second.url).toBe('');
    expect(second.said()).toMatch(/in use by another process/);
    await first.end('SIGINT');
  });

  it('prints keys of wallets, and ends', async () => {
    const { code, printed } = await run({ seed: 'desk', keys: 'god, alice' });
    expect(code).toBe(0);
    expect(printed).toHaveLength(2);
    for (const line of printed) {
      const [, address, key] = /^(?:god|alice) (hx[0-9a-f]{40}) (0x[0-9a-f]{64})$/.exec(line) ?? [];
      expect(addressFromPrivateKey(Buffer.from(key?.slice(2) ?? '', 'hex'))).toBe(address);
    }
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ port: 'x' }, /--port is "x", but must be a number from 0 to 65535/],
    [{ interval: '1' }, /--interval is "1"/],
    [{ interval: '50.5' }, /--interval is "50\.5"/],
    [{ rate: '-1' }, /--rate is "-1"/],
    [{ 'genesis-time': 'yesterday' }, /--genesis-time is "yesterday", but must be a time such as/],
    [{ fault: '428' }, /The fault "428" must be one of/],
    [{ scenario: '/nowhere.yaml' }, /No scenario can be read at \/nowhere\.yaml/],
  ])('refuses %j', async (flags, reason) => {
    await expect(run(flags)).rejects.toThrow(reason);
  });

  it('takes no words', async () => {
    await expect(run({}, ['now'])).rejects.toThrow(/does not know what to do with "now"/);
  });
});
