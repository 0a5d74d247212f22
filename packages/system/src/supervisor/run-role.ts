import cluster from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import { CodedError, EXIT, exitCodeOf, explain } from '@madang/errors';
import { startOperations, type OperationsServer } from '@madang/http';
import { checkPort } from '../roles/port.ts';
import type { Role, RoleContext, RunningRole } from '../roles/role.ts';
import type { FromRole } from './messages.ts';
import { stopTimeMs } from './stop-time.ts';

export interface RoleRun {
  readonly role: Role;
  readonly context: RoleContext;
  /** Whether a supervisor started this process; it is told what happens, and says when to stop. */
  readonly supervised: boolean;
  /** Loopback port of `/health`, `/ready` and `/metrics`; 0 = any free one. */
  readonly operationsPort: number;
}

/** A role that is told to stop while it starts may take this long to get ready, and then stops in order. */
const START_PATIENCE_MS = 2000;
/** When all has ended, what somebody forgot to close keeps the process no longer than this. */
const LINGER_MS = 1000;

/**
 * Runs one role in this process until it is told to stop (by SIGTERM, or SIGINT when no supervisor is there), until its
 * supervisor is gone, or until it fails. Returns the exit code; without a supervisor it throws the failure.
 */
export async function runRole(run: RoleRun): Promise<number> {
  const { log } = run.context;
  const isTold = run.supervised || cluster.isWorker;
  process.once('uncaughtException', (error) => {
    log.fatal({ err: error }, 'role crashed');
    void tellFailure(error).then(() => process.exit(exitCodeOf(error)));
  });
  try {
    await serve(run, isTold ? tell : () => Promise.resolve());
    return EXIT.ok;
  } catch (error) {
    if (!isTold) throw error;
    // What nobody foresaw is explained by its stack.
    if (!(error instanceof CodedError)) log.fatal({ err: error }, 'role failed');
    await tellFailure(error);
    return exitCodeOf(error);
  } finally {
    setTimeout(() => process.exit(), LINGER_MS).unref();
  }
}

type Tell = (message: FromRole) => Promise<void>;

async function serve(run: RoleRun, tellUp: Tell): Promise<void> {
  const { role, context } = run;
  const stop = stopSignal(run.supervised);
  const state: State = { running: null };
  const operations = cluster.isWorker ? null : await operate(run, state);
  const progress = (line: string): void => void tellUp({ type: 'progress', line });
  const running = await started(role.start({ ...context, progress }), stop);
  if (running === null) return;
  state.running = running;
  const { ended = new Promise<never>(() => undefined), provides = {}, says = null } = running;
  // It may end before anybody waits for that.
  ended.catch(() => undefined);
  context.log.info({ operations: operations?.url }, 'role is ready');
  await tellUp({ type: 'ready', provides, says });
  try {
    await Promise.race([stop, ended]);
  } finally {
    setTimeout(() => process.exit(EXIT.finding), stopTimeMs(role)).unref();
    await running.stop();
    await operations?.stop();
  }
}

interface State {
  running: RunningRole | null;
}

async function operate(
  { context: { log, registry }, operationsPort: port }: RoleRun,
  state: State,
): Promise<OperationsServer> {
  if (port !== 0) await checkPort({ host: '127.0.0.1', port, flag: 'operations-port' });
  return startOperations({
    port,
    ready: async () => (state.running === null ? 'it is starting' : state.running.ready()),
    metrics: () => state.running?.metrics?.() ?? registry.metrics(),
    log,
  });
}

/** What has started; null when it was told to stop before and does not get there soon. */
async function started(starting: Promise<RunningRole>, stop: Promise<void>): Promise<RunningRole | null> {
  const impatient = stop.then(() => sleep(START_PATIENCE_MS, null, { ref: false }));
  // Of one that is waited for no longer, the failure says nothing any more.
  void impatient.then(() => starting.catch(() => undefined));
  return Promise.race([starting, impatient]);
}

/** Tells the one who started this process: the supervisor, or the primary of a cluster. */
function tell(message: FromRole): Promise<void> {
  return new Promise((resolve) => {
    if (!process.connected || process.send === undefined) resolve();
    else process.send(message, undefined, undefined, () => resolve());
  });
}

function tellFailure(error: unknown): Promise<void> {
  return tell({ type: 'failed', text: explain(error), exitCode: exitCodeOf(error) });
}

function stopSignal(supervised: boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => resolve();
    process.on('SIGTERM', stop);
    // Whoever presses Ctrl-C means the whole house, which the supervisor ends in order.
    process.on('SIGINT', supervised ? () => undefined : stop);
    process.on('SIGHUP', supervised ? () => undefined : stop);
    process.on('disconnect', stop);
    if (supervised && !process.connected) stop();
  });
}
