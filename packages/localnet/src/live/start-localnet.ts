import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openChain, type Chain } from '../chain/chain.ts';
import { godOf, type ChainTerms } from '../chain/genesis.ts';
import { walletOf, type Wallet } from '../chain/keys.ts';
import { openLedger } from '../ledger/ledger.ts';
import type { Faults } from '../node/faults/answers.ts';
import type { StreamFaults } from '../node/faults/streams.ts';
import { serveNode } from '../node/server.ts';
import { createConversations } from '../node/streams/conversation.ts';
import { createStreamServer } from '../node/streams/server.ts';
import { scoreOfArchive } from '../scores/registry.ts';
import { liveMethods } from './live-methods.ts';
import { liveView } from './live-view.ts';

/** Settings of a chain on the desk; only the folder is needed. */
export interface LocalnetSettings {
  /** Where the chain is kept; what is there goes on. */
  readonly folder: string;
  /** Makes the keys, and all that is made up. Default `madang`. */
  readonly seed?: string;
  /** Network id. Default 3. */
  readonly nid?: number;
  /** Default `default`. */
  readonly channel?: string;
  /** Milliseconds between blocks. Default 2,000. */
  readonly intervalMs?: number;
  /** Blocks are made by `produce` alone, and not by time. */
  readonly onDemand?: boolean;
  /** Time of the genesis in microseconds since 1970: block times are counted from it by the interval. The real clock unless given. */
  readonly genesisTime?: bigint;
  /** Whether Python contracts wait for an auditor. */
  readonly auditEnabled?: boolean;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  readonly faults?: Faults;
  readonly streamFaults?: StreamFaults;
}

/** A chain that goes on, served as a node. */
export interface Localnet {
  /** `http://127.0.0.1:9080/api/v3`. */
  readonly url: string;
  readonly chain: Chain;
  /** Who has all coins at the beginning, and governs. */
  readonly god: Wallet;
  /** The wallet of a name on this chain. */
  wallet(name: string): Wallet;
  /** Makes the next block now. */
  produce(): void;
  /** Stops listening, closes the connections, and keeps what there is. */
  stop(): Promise<void>;
}

/** Starts a node whose chain is made here, and goes on where it was. */
export async function startLocalnet(settings: LocalnetSettings): Promise<Localnet> {
  const { folder, host = '127.0.0.1', port = 0, channel = 'default', onDemand = false } = settings;
  const { intervalMs = 2_000, genesisTime, faults, streamFaults } = settings;
  const terms = termsOf(settings, intervalMs);
  mkdirSync(folder, { recursive: true });
  const ledger = openLedger(join(folder, 'chain'));
  const chain = openChain({ terms, ledger, scoreOf: scoreOfArchive, timeOf: clockOf(terms, genesisTime) });
  const view = liveView(chain);
  const streams = createStreamServer({ channel, converse: createConversations(view), faults: streamFaults });
  const methods = liveMethods(chain, view, channel);
  const server = await serveNode({ host, port, channel, ...methods, streams, faults });
  const ticking = onDemand ? undefined : setInterval(chain.produce, intervalMs);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${server.port}/api/v3`,
    chain,
    god: godOf(terms.seed),
    wallet: (name) => walletOf(terms.seed, name),
    produce: chain.produce,
    async stop() {
      clearInterval(ticking);
      await server.stop();
      chain.close();
    },
  };
}

function termsOf(
  { seed = 'madang', nid = 3, auditEnabled = false }: LocalnetSettings,
  intervalMs: number,
): ChainTerms {
  return { seed, nid, interval: BigInt(intervalMs) * 1000n, auditEnabled };
}

/** Time of the block at a height. By the real clock it is at least one microsecond later than before, whatever the clock does. */
function clockOf(
  { interval }: ChainTerms,
  genesisTime: bigint | undefined,
): (height: number, before: bigint) => bigint {
  if (genesisTime !== undefined) return (height) => genesisTime + BigInt(height) * interval;
  return (_height, before) => {
    const now = BigInt(Math.round((performance.timeOrigin + performance.now()) * 1000));
    return now > before ? now : before + 1n;
  };
}
