import { createAdapter } from '../adapter/create-adapter.ts';
import type { Arm } from '../adapter/pool-adapter.ts';
import type { Random } from '../domain/random.ts';
import { createWorkload, type WorkloadSpec } from '../load/workload.ts';
import { changesData } from '../load/changes-data.ts';
import { writesNotAllowed } from '../server/errors.ts';
import type { MeasuredServer } from '../server/measured-server.ts';

interface OwnStatements {
  readonly workloads: readonly WorkloadSpec[];
  readonly server: MeasuredServer;
  readonly deadlineMs: number;
  readonly random: Random;
}

/** The server refused a statement since it would have changed something. */
const READ_ONLY = '25006';

const ARM: Arm = { id: 'poolbench check', driver: 'pg', keep: 'pool', size: 1, prepared: false };

/**
 * Makes sure that statements of one's own change nothing: by their words, and by running each once in a transaction that may only read,
 * since a function can change what its name does not tell. Throws POOLBENCH_WRITES_NOT_ALLOWED, or what the server says of a statement.
 */
export async function checkOwnStatements({
  workloads,
  server,
  deadlineMs,
  random,
}: OwnStatements): Promise<void> {
  const texts = workloads.flatMap((spec) => createWorkload(spec).statements);
  const changing = texts.find(changesData);
  if (changing !== undefined) throw writesNotAllowed({ statement: changing });
  const adapter = createAdapter(ARM, server.target);
  await adapter.open();
  try {
    for (const spec of workloads) await readOnce(adapter, spec, deadlineMs, random);
  } finally {
    await adapter.close();
  }
}

async function readOnce(
  adapter: ReturnType<typeof createAdapter>,
  spec: WorkloadSpec,
  deadlineMs: number,
  random: Random,
): Promise<void> {
  const held = await adapter.acquire(AbortSignal.timeout(deadlineMs));
  try {
    await adapter.query(held, { name: '', text: 'begin transaction read only', values: [] });
    for (const operation of createWorkload(spec).next(random)) {
      try {
        await adapter.query(held, operation);
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === READ_ONLY)
          throw writesNotAllowed({ statement: operation.text }, error);
        throw error;
      }
    }
  } finally {
    // Closes the connection, and with it ends the transaction.
    adapter.release(held, new Error('checked'));
  }
}
