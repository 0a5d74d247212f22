import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import { attach } from './attach.ts';
import { inspectCluster } from './cluster.ts';
import { directoryBusy } from './errors.ts';
import { explainFileError, removeEmpty } from './files.ts';
import { layoutOf } from './layout.ts';
import { findRunning } from './running.ts';
import type { EmbeddedServer, EmbeddedSettings } from './settings.ts';
import { lockStart } from './start-lock.ts';
import { start } from './start.ts';

const PAUSE_MS = 50;
const PATIENCE_MS = 10_000;

/**
 * Starts PostgreSQL in a directory, or attaches to the one that already runs there. A new directory is made a cluster first. The
 * server ends when this process does, even by kill -9. Rejects with a PG_EMBEDDED_… error that says what to do.
 *
 * ```ts
 * const server = await startEmbedded({ dataDir: '.madang', log });
 * const database = openDatabase({ url: server.url });
 * …
 * await server.stop();
 * ```
 */
export async function startEmbedded(settings: EmbeddedSettings): Promise<EmbeddedServer> {
  // The signal at our death comes from the thread that started the server.
  if (!isMainThread) throw new TypeError('startEmbedded is to be called in the main thread.');
  const dataDir = path.resolve(settings.dataDir);
  let made: string | undefined;
  try {
    made = await mkdir(dataDir, { recursive: true });
    return await startOrAttach(await realpath(dataDir), settings);
  } catch (error) {
    if (made !== undefined) await removeEmpty(dataDir, made);
    throw await explainFileError(dataDir, error);
  }
}

async function startOrAttach(dataDir: string, settings: EmbeddedSettings): Promise<EmbeddedServer> {
  const layout = layoutOf(dataDir);
  const lock = await lockStart(layout.cluster, () =>
    settings.log.info({ dataDir }, 'another process is starting the PostgreSQL of this directory'),
  );
  try {
    for (const end = performance.now() + PATIENCE_MS; ;) {
      const cluster = await inspectCluster(layout);
      const running = cluster === undefined ? undefined : await findRunning(layout.cluster, settings.log);
      if (cluster === undefined || running === undefined) return await start(layout, settings, cluster);
      const attached = await attach(layout, settings, cluster, running);
      if (attached !== undefined) return attached;
      // It was on its way out; once it is gone, a new one can be started.
      if (performance.now() > end)
        throw directoryBusy({
          directory: layout.cluster,
          pids: [running.pid],
          reason: `it takes no connections in ${running.socketDirectory}`,
        });
      await sleep(PAUSE_MS);
    }
  } finally {
    await lock.release();
  }
}
