import { hashFromBytes, hashToBytes } from '@madang/icon';
import type { CallOptions, NodeClient } from '@madang/icon/client';
import { sql, type Database, type Queryable } from '@madang/pg';
import { nodePruned, otherChain } from './errors.ts';

/** The chain that a database holds. */
export interface ChainIdentity {
  readonly nid: string;
  readonly genesisHash: string;
  readonly platform: string;
}

/** The chain pinned in this database; null before the first start with a node. */
export async function readChain(database: Queryable): Promise<ChainIdentity | null> {
  const row = await database.row<{ nid: string; genesis_hash: Buffer; platform: string }>(
    'indexer.chain',
    sql`select nid, genesis_hash, platform from indexer.chain`,
  );
  return row === undefined
    ? null
    : { nid: row.nid, genesisHash: hashFromBytes(row.genesis_hash), platform: row.platform };
}

/**
 * Compares the node's chain with the pinned one, and pins it at the first time. The genesis block's hash tells chains apart
 * that share a network id.
 * @throws INDEXER_OTHER_CHAIN, INDEXER_NODE_PRUNED; nothing is written then
 */
export async function checkChain(
  database: Database,
  client: NodeClient,
  nextHeight: number,
  options: CallOptions,
): Promise<ChainIdentity> {
  const network = await client.network(options);
  if (network.earliest > nextHeight)
    throw nodePruned({ url: client.url, earliest: network.earliest, wanted: nextHeight });
  const pinned = await readChain(database);
  // A pruned node cannot show its genesis; then the previous-hash link of the next block is the proof.
  const genesisHash =
    network.earliest > 0 && pinned !== null ? pinned.genesisHash : (await client.block(0, options)).hash;
  const found: ChainIdentity = { nid: network.nid, genesisHash, platform: network.platform };
  if (pinned === null) return pin(database, found);
  if (pinned.nid === found.nid && pinned.genesisHash === found.genesisHash) return pinned;
  throw otherChain({
    url: client.url,
    nid: found.nid,
    genesisHash,
    expectedNid: pinned.nid,
    expectedGenesisHash: pinned.genesisHash,
  });
}

async function pin(database: Database, found: ChainIdentity): Promise<ChainIdentity> {
  const { nid, genesisHash, platform } = found;
  await database.execute(
    'indexer.pin',
    sql`
      insert into indexer.chain (nid, genesis_hash, platform)
      values (${nid}, ${hashToBytes(genesisHash)}, ${platform})`,
  );
  return found;
}
