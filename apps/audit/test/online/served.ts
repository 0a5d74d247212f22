import { join } from 'node:path';
import { createTestDatabase, testModule } from '@madang/testkit';
import type * as Served from './serve.ts';

const { serve } = await testModule<typeof Served>(join(import.meta.dirname, 'serve.ts'));

/** All tests ask from one address. */
const OFTEN = { 'audit-checks-per-minute': '1000' };

/** The system, built and served on a free port, with a database of its own. */
export async function serveAudit(flags: Readonly<Record<string, string>> = {}): Promise<Served.RunningAudit> {
  const { database, drop } = await createTestDatabase();
  const house = await serve(database, { ...OFTEN, ...flags });
  return {
    ...house,
    async stop() {
      await house.stop();
      await drop();
    },
  };
}
