import type { ResolvedSettings, SettingsDefinition } from '@madang/config';
import { raise } from '@madang/errors';
import { createNodeClient, isTransient, type NodeClient } from '@madang/icon/client';
import { migrate, openDatabase } from '@madang/pg';
import { Gauge, type Logger, type Registry } from '@madang/telemetry';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runEngine } from './engine.ts';
import { noNode } from './errors.ts';
import type { Projection } from './projection.ts';
import { progressLine } from './progress-line.ts';
import { chainSettings, isReplay } from './settings.ts';
import type { EngineStatus } from './status.ts';

/** The folder of the engine's own migrations, schema `indexer`. */
export const INDEXER_FOLDER = join(import.meta.dirname, '..');

export interface IndexRoleOptions {
  readonly projections: readonly Projection[];
  /** The schemas that the projections write, brought up to date before the first batch. */
  readonly schemas: readonly { readonly schema: string; readonly folder: string }[];
}

interface Context {
  readonly settings: ResolvedSettings;
  readonly log: Logger;
  readonly registry: Registry;
  readonly dataFolder: string;
  /** The house's channel of events. */
  readonly channel: string;
  databaseUrl(): string;
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

/**
 * Looks at the node before anything is started. One that answers must be an ICON node. One that does not may come back: when
 * something is kept from an earlier run, that is served meanwhile and the node is waited for; else the start ends here.
 */
async function checkNode({ settings, log, dataFolder }: Context): Promise<void> {
  const { node } = settings.of(chainSettings);
  if (node === null || isReplay(node)) return;
  const client = createNodeClient({ url: node, log, patienceMs: 0 });
  try {
    await client.network();
  } catch (error) {
    if (!isTransient(error) || !existsSync(dataFolder)) throw error;
    log.warn({ reason: error.message }, 'the node does not answer yet');
  } finally {
    await client.close();
  }
}

async function start(options: IndexRoleOptions, context: Context) {
  const { settings, log, registry, channel, progress } = context;
  const { node } = settings.of(chainSettings);
  if (node === null || isReplay(node)) return raise(noNode({}));
  const client = createNodeClient({ url: node, log });
  const database = openDatabase({
    url: context.databaseUrl(),
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
        channel,
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
