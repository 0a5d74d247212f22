import type { ResolvedSettings } from '@madang/config';
import { createNodeClient, isTransient, type NodeClient } from '@madang/icon/client';
import type { Database } from '@madang/pg';
import type { Logger } from '@madang/telemetry';
import { existsSync } from 'node:fs';
import { checkChain } from './chain.ts';
import { nodePruned } from './errors.ts';
import { chainSettings, isReplay } from './settings.ts';
import { headVersion } from './status.ts';

interface Look {
  readonly settings: ResolvedSettings;
  readonly log: Logger;
  readonly dataFolder: string;
}

/**
 * Looks at the node before anything is started or made. One that answers must be an ICON node, and have the beginning when
 * there is nothing yet. One that does not answer may come back: when something is kept from an earlier run, that is served
 * meanwhile and the node is waited for.
 */
export async function lookAtNode({ settings, log, dataFolder }: Look): Promise<void> {
  const { node } = settings.of(chainSettings);
  if (node === null || isReplay(node)) return;
  const kept = existsSync(dataFolder);
  const client = createNodeClient({ url: node, log, patienceMs: 0 });
  try {
    const { earliest } = await client.network();
    if (earliest > 0 && !kept) throw nodePruned({ url: client.url, earliest, wanted: 0 });
  } catch (error) {
    if (!isTransient(error) || !kept) throw error;
    log.warn({ reason: error.message }, 'the node does not answer yet');
  } finally {
    await client.close();
  }
}

/**
 * Compares the node's chain with the one in the database, so that the start says what does not fit. A node that does not
 * answer is none to compare with; the engine compares when it does.
 */
export async function compareChains(
  database: Database,
  client: NodeClient,
  projections: readonly string[],
  log: Logger,
): Promise<void> {
  const head = Number(await headVersion(database, ...projections));
  try {
    await checkChain(database, client, head + 1, { patienceMs: 0 });
  } catch (error) {
    if (!isTransient(error)) throw error;
    log.warn({ reason: error.message }, 'the node does not answer yet');
  }
}
