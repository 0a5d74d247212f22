import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { removeChains, startLive } from '../../test/live.ts';
import { recordVerb } from './record-verb.ts';

const folder = mkdtempSync(join(tmpdir(), 'madang-record-verb-'));
afterAll(() => {
  removeChains();
  rmSync(folder, { recursive: true });
});

async function run(
  flags: Record<string, string>,
): Promise<{ code: number; printed: string[]; said: string[] }> {
  const [printed, said]: [string[], string[]] = [[], []];
  const code = await recordVerb.run({
    flags: new Map(Object.entries(flags)),
    print: (line) => void printed.push(line),
    say: (line) => void said.push(line),
  });
  return { code, printed, said };
}

it.each([
  [{}, /--node is missing/],
  [{ node: 'http://127.0.0.1:9' }, /--to is missing/],
  [{ node: 'http://127.0.0.1:9', to: 'x', 'up-to': '1.5' }, /--up-to is no height: 1\.5/],
])('asks for what is missing, with an example: %j', async (flags, message) => {
  await expect(run(flags)).rejects.toMatchObject({ code: 'LOCALNET_RECORD_USAGE' });
  await expect(run(flags)).rejects.toThrow(message);
});

it('records up to the height that is named, and says how far it is', async () => {
  const live = await startLive();
  try {
    for (let blocks = 0; blocks < 8; blocks += 1) live.net.produce();
    const to = join(folder, 'chain');
    const { code, printed, said } = await run({ node: live.net.url, to, 'up-to': '5' });
    expect(code).toBe(0);
    expect(printed).toEqual([`6 blocks with 5 transactions in ${to}`]);
    expect(said.at(-1)).toBe('height 5 of 5');
    expect(existsSync(join(to, 'state.json'))).toBe(true);
  } finally {
    await live.stop();
  }
});
