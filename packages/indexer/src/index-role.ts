import type { ResolvedSettings, SettingsDefinition } from '@madang/config';
import { raise } from '@madang/errors';
import { createNodeClient, type NodeClient } from '@madang/icon/client';
import { migrate, openDatabase, type Database } from '@madang/pg';
import { Gauge, type Logger, type Registry } from '@madang/telemetry';
import { join } from 'node:path';
import { runEngine } from './engine.ts';
import { compareChains, lookAtNode } from './before-start.ts';
import { lockLost, noNode } from './errors.ts';
import type { StatusNews } from './options.ts';
import { namesOf, type Projection } from './projection.ts';
import { createProgressLines } from './progress-line.ts';
import { chainSettings, isReplay } from './settings.ts';

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
    preflight: lookAtNode,
    start: (context: Context) => start(options, context),
  };
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
  try {
    await prepare(options, database, client, log);
  } catch (error) {
    await closeAll(client, database);
    throw error;
  }

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
      if (lock.lost.aborted) throw lockLost({});
    } finally {
      await lock.release();
    }
  };
  const progressLines = createProgressLines(progress);
  function onStatus(news: StatusNews): void {
    gauges(news);
    progressLines(news);
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

async function prepare(
  { projections, schemas }: IndexRoleOptions,
  database: Database,
  client: NodeClient,
  log: Logger,
): Promise<void> {
  const own = { schema: 'indexer', folder: INDEXER_FOLDER };
  for (const { schema, folder } of [own, ...schemas])
    await migrate(database, { schema, folder: join(folder, 'migrations') });
  await compareChains(database, client, namesOf(projections), log);
}

async function closeAll(client: NodeClient, database: Database): Promise<void> {
  await Promise.allSettled([client.close(), database.close()]);
}

function createGauges(registry: Registry): (news: StatusNews) => void {
  const indexed = new Gauge({
    name: 'madang_indexer_indexed_height',
    help: 'Height up to which the chain is written.',
    labelNames: ['projection'],
    registers: [registry],
  });
  const latest = new Gauge({
    name: 'madang_indexer_node_height',
    help: "The node's newest height.",
    registers: [registry],
  });
  return ({ projections, height, status }) => {
    for (const projection of projections) indexed.set({ projection }, height);
    if (status.nodeHeight !== null) latest.set(status.nodeHeight);
  };
}
