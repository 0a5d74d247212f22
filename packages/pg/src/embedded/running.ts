import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@madang/telemetry';
import { directoryBusy } from './errors.ts';
import { pidFileOf, readPidFile, type PidFile } from './pid-file.ts';
import { isServerOf, serversOf } from './processes.ts';

const POLL_MS = 50;
const PATIENCE_MS = 60_000;

/**
 * The server that runs in the cluster, if one does. A server that is stopping, or the last processes of one that was killed, are
 * waited for; the pid file that a dead one left is removed, since PostgreSQL itself takes a zombie or a stranger with the old
 * number for a running server.
 */
export async function findRunning(cluster: string, log: Logger): Promise<PidFile | undefined> {
  for (const end = performance.now() + PATIENCE_MS; ;) {
    const file = await readPidFile(cluster);
    const runs = file !== undefined && (await isServerOf(file.pid, cluster));
    if (runs && file.status !== 'stopping') return file;
    const pids = await serversOf(cluster);
    if (pids.length === 0) {
      if (file !== undefined) await removeStale(cluster, file, log);
      return undefined;
    }
    if (performance.now() > end)
      throw directoryBusy({ directory: cluster, pids, reason: 'it is a server that does not end' });
    await sleep(POLL_MS);
  }
}

async function removeStale(cluster: string, { pid }: PidFile, log: Logger): Promise<void> {
  await rm(pidFileOf(cluster), { force: true });
  log.warn({ cluster, pid }, 'PostgreSQL had not been stopped; it will repair its files');
}
