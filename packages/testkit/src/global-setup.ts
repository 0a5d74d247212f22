import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { TEST_SERVER } from './test-server.ts';

/**
 * Vitest calls this once before all tests, and what it returns after them. Starts one throwaway PostgreSQL, in a process of its own that
 * ends, with the server and its files, when its standard input does: also when this run is killed.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[TEST_SERVER] !== undefined) return undefined;
  const keeper = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', path.join(import.meta.dirname, 'keep-server.ts')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = once(keeper, 'exit');
  const lines = createInterface(keeper.stdout)[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done === true) throw new Error('The test server did not start; its own words are above.');
  process.env[TEST_SERVER] = first.value;
  return async () => {
    keeper.stdin.end();
    await ended;
  };
}
