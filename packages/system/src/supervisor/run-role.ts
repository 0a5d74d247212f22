import cluster from 'node:cluster';
import { EXIT, exitCodeOf, explain } from '@madang/errors';
import { startOperations, type OperationsServer } from '@madang/http';
import type { Role, RoleContext, RunningRole } from '../roles/role.ts';
import { isStop, type FromRole } from './messages.ts';

// A role that does not end by then is ended: what it does is written in transactions, so nothing is half-done.
const STOP_DEADLINE_MS = 30_000;

/**
 * Runs one role in this process until it is told to stop (by the supervisor, SIGTERM, or SIGINT when no supervisor is
 * there), until its supervisor is gone, or until it fails. Returns the exit code.
 */
export async function runRole(role: Role, context: RoleContext): Promise<number> {
  const supervised = process.send !== undefined;
  const stop = stopSignal(supervised);
  try {
    await serve(role, context, stop);
    return EXIT.ok;
  } catch (error) {
    const exitCode = exitCodeOf(error);
    if (cluster.isWorker || !supervised) context.log.fatal({ err: error }, 'role failed');
    await tell({ type: 'failed', text: explain(error), exitCode });
    return exitCode;
  }
}

async function serve(role: Role, context: RoleContext, stop: Promise<void>): Promise<void> {
  const progress = (line: string): void => {
    void tell({ type: 'progress', line });
    context.progress(line);
  };
  const running = await role.start({ ...context, progress });
  const operations = cluster.isWorker ? null : await startOperationsOf(running, context);
  context.log.info({ operations: operations?.url }, 'role is ready');
  const { provides = {}, says = null } = running;
  await tell({ type: 'ready', provides, says, operations: operations?.url ?? '' });
  try {
    await Promise.race([stop, running.ended ?? new Promise<never>(() => undefined)]);
  } finally {
    setTimeout(() => process.exit(EXIT.finding), STOP_DEADLINE_MS).unref();
    await Promise.allSettled([operations?.stop(), running.stop()]);
  }
}

/** Tells the supervisor, when there is one. A worker of a cluster has a channel too, but it is its primary's. */
function tell(message: FromRole): Promise<void> {
  return new Promise((resolve) => {
    if (cluster.isWorker || !process.connected || process.send === undefined) resolve();
    else process.send(message, undefined, undefined, () => resolve());
  });
}

function startOperationsOf(running: RunningRole, { registry, log }: RoleContext): Promise<OperationsServer> {
  const metrics = running.metrics ?? (() => registry.metrics());
  return startOperations({ port: 0, ready: running.ready, metrics, log });
}

function stopSignal(supervised: boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => resolve();
    process.on('SIGTERM', stop);
    process.on('SIGINT', supervised ? () => undefined : stop);
    process.on('SIGHUP', supervised ? () => undefined : stop);
    process.on('message', (message) => isStop(message) && stop());
    process.on('disconnect', stop);
    if (supervised && !process.connected) stop();
  });
}
