import type { Logger } from '@madang/telemetry';
import { setTimeout as sleep } from 'node:timers/promises';
import { serialization, staleStatement } from './errors.ts';

const PAUSE_MS = 10;

/** Runs work again, at most `retries` times, when another transaction or a changed table was in the way. */
export async function retrying<T>(
  run: () => Promise<T>,
  retries: number,
  log: Logger | undefined,
): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(serialization.is(error) || staleStatement.is(error)) || failures > retries) throw error;
      log?.debug({ code: error.code, failures }, 'tried again');
      // Longer each time, and never the same for two that met.
      await sleep(Math.random() * PAUSE_MS * 2 ** failures);
    }
  }
}
