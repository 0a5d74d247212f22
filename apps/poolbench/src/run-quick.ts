import type { VerbContext } from '@madang/system';
import { keepReport } from './kept/kept.queries.ts';
import { measure } from './measure.ts';
import { quickPlan } from './plan/quick.ts';
import { badSeed } from './poolbench.errors.ts';
import { terminalReport } from './report/terminal.ts';
import { SCHEMA } from './scratch/own-schema.ts';
import { startScratchServer } from './scratch/scratch-server.ts';

/** Measures the quick plan on a server of its own and reports. Gives the exit code. */
export async function runQuick({ flags, print, say, log, withDatabase }: VerbContext): Promise<number> {
  const seed = seedOf(flags.get('seed'));
  const stopping = new AbortController();
  // The server is ours and would be left half-way: it is stopped and removed first, and what was measured is told.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  say('starting a PostgreSQL to measure (TCP, SCRAM, pg_stat_statements)');
  const server = await startScratchServer(log);
  try {
    const report = await measure({
      server,
      plan: quickPlan(SCHEMA),
      seed,
      say,
      log,
      signal: stopping.signal,
    });
    const text = terminalReport(report);
    print(flags.has('json') ? JSON.stringify(report) : text);
    if (flags.has('keep')) {
      const id = await withDatabase((database) =>
        keepReport(database, { server: server.version, text, report }),
      );
      say(`kept as report ${id}; its page is /poolbench`);
    }
    return 0;
  } finally {
    await server.stop();
  }
}

function seedOf(text: string | undefined): number {
  if (text === undefined) return Date.now();
  const seed = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(seed)) throw badSeed({ seed: text });
  return seed;
}
