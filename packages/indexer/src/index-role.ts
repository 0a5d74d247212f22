import type { ResolvedSettings, SettingsDefinition } from '@madang/config';
import { raise } from '@madang/errors';
import { createNodeClient, type NodeClient } from '@madang/icon/client';
import { migrate, openDatabase } from '@madang/pg';
import { Gauge, type Logger, type Registry } from '@madang/telemetry';
import { join } from 'node:path';
import { runEngine } from './engine.ts';
import { noNode, nodePruned } from './errors.ts';
import type { Projection } from './projection.ts';
import { progressLine } from './progress-line.ts';
import { chainSettings, isReplay } from './settings.ts';
import type { EngineStatus } from './status.ts';

/** The folder of the engine's own migrations, schema `indexer`. */
export const INDEXER_FOLDER = join(import.meta.dirname, '..');

export interface IndexRoleOptions {
  readonly projections: readonly Projection[];
  /** The house's channel of events. */
  readonly channel: string;
  /** Where PostgreSQL is. */
  databaseUrl(settings: ResolvedSettings): string;
  /** Brings the projections' schemas up to date. */
  readonly schemas: readonly { readonly schema: string; readonly folder: string }[];
}

interface Context {
  readonly settings: ResolvedSettings;
  readonly log: Logger;
  readonly registry: Registry;
  progress(line: string): void;
}

/** Follows the chain. One at work per database: a second one waits until the first is gone. */
export function indexRole(options: IndexRoleOptions) {
  return {
    name: 'index',
    settings: [chainSettings] as readonly SettingsDefinition[],
    wanted: () => options.projections.length > 0,
    preflight: checkNode,
    start: (context: Context) => start(options, context),
  };
}

/** A node that answers must be an ICON node that has the beginning; one that does not answer may come back. */
async function checkNode({ settings, log }: Context): Promise<void> {
  const { node } = settings.of(chainSettings);
  if (node === null || isReplay(node)) return;
  const client = createNodeClient({ url: node, log });
  try {
    const { earliest } = await client.network();
    if (earliest > 0) log.warn({ earliest }, nodePruned({ url: client.url, earliest, wanted: 0 }).message);
  } finally {
    await client.close();
  }
}

async function start(options: IndexRoleOptions, { settings, log, registry, progress }: Context) {
  const { node } = settings.of(chainSettings);
  if (node === null || isReplay(node)) return raise(noNode({}));
  const client = createNodeClient({ url: node, log });
  const database = openDatabase({
    url: options.databaseUrl(settings),
    maxConnections: 4,
    applicationName: 'madang index',
    log,
    registry,
  });
  const ended = new AbortController();
  await migrate(database, { schema: 'indexer', folder: join(INDEXER_FOLDER, 'migrations') });
  for (const source of options.schemas)
    await migrate(database, { schema: source.schema, folder: join(source.folder, 'migrations') });

  const gauges = createGauges(registry);
  const work = async (): Promise<void> => {
    const lock = await database.lock('madang.index', {
      signal: ended.signal,
      onWait: () => progress('another process indexes this database; waiting for it to end'),
    });
    const signal = AbortSignal.any([ended.signal, lock.lost]);
    try {
      await runEngine({
        database,
        client,
        projections: options.projections,
        channel: options.channel,
        signal,
        log,
        onStatus,
      });
      if (lock.lost.aborted) throw new Error('the connection that holds the index lock was lost');
    } finally {
      await lock.release();
    }
  };
  function onStatus(status: EngineStatus, height: number): void {
    gauges(status, height);
    progress(progressLine(status, height));
  }
  const working = work();
  working.catch(() => undefined);
  return {
    says: `following ${client.url}`,
    ready: () => Promise.resolve(null),
    ended: working,
    async stop() {
      ended.abort();
      await working.catch(() => undefined);
      await closeAll(client, database);
    },
  };
}

async function closeAll(client: NodeClient, database: { close(): Promise<void> }): Promise<void> {
  await Promise.allSettled([client.close(), database.close()]);
}

function createGauges(registry: Registry): (status: EngineStatus, height: number) => void {
  const indexed = new Gauge({
    name: 'madang_indexer_indexed_height',
    help: 'Height up to which the chain is written.',
    registers: [registry],
  });
  const latest = new Gauge({
    name: 'madang_indexer_node_height',
    help: "The node's newest height.",
    registers: [registry],
  });
  return (status, height) => {
    indexed.set(height);
    if (status.nodeHeight !== null) latest.set(status.nodeHeight);
  };
}
