import { join } from 'node:path';
import type { Chain } from '../chain/chain.ts';
import { godOf, type ChainTerms } from '../chain/genesis.ts';
import { walletOf, type Wallet } from '../chain/keys.ts';
import type { Faults } from '../node/faults/answers.ts';
import type { StreamFaults } from '../node/faults/streams.ts';
import { troubledView } from '../node/faults/troubled-view.ts';
import { createTroubles, type Troubles } from '../node/faults/troubles.ts';
import { serveNode } from '../node/server.ts';
import { createConversations } from '../node/streams/conversation.ts';
import { createStreamServer } from '../node/streams/server.ts';
import type { Scenario } from '../traffic/scenario.ts';
import { lockFolder } from './folder-lock.ts';
import { keepTerms } from './kept-terms.ts';
import { openLiveChain, type LiveChain, type LiveChainSettings } from './live-chain.ts';
import { liveMethods } from './live-methods.ts';
import { liveView } from './live-view.ts';
import { eitherChain, type Served } from './either-chain.ts';

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
  /** Blocks are made when something is sent, each with another one behind it that seals its results, and not by time. */
  readonly asSent?: boolean;
  /** Time of the genesis in microseconds since 1970: block times are counted from it by the interval. The real clock unless given. */
  readonly genesisTime?: bigint;
  /** Whether Python contracts wait for an auditor. */
  readonly auditEnabled?: boolean;
  /** What happens on the chain by itself; nothing unless given. */
  readonly scenario?: Scenario;
  /** Blocks that a new chain has at once, by the real clock dated back. Default 0. */
  readonly past?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  readonly faults?: Faults;
  readonly streamFaults?: StreamFaults;
  /** Whether programs of this machine may change the troubles, at `/control/faults`. */
  readonly control?: boolean;
}

/** A chain that goes on, served as a node. */
export interface Localnet {
  /** `http://127.0.0.1:9080/api/v3`. */
  readonly url: string;
  readonly chain: Chain;
  /** Who has all coins at the beginning, and governs. */
  readonly god: Wallet;
  /** What goes wrong on demand. */
  readonly troubles: Troubles;
  /** The wallet of a name on this chain. */
  wallet(name: string): Wallet;
  /** Makes the next block now. */
  produce(): void;
  /** Stops listening, closes the connections, and keeps what there is. */
  stop(): Promise<void>;
}

/** Blocks that the other chain has at once, at most, where another one is to answer. */
const ANOTHER_PAST = 1_000;

/**
 * Starts a node whose chain is made here, and goes on where it was.
 *
 * @throws LOCALNET_CANNOT_LISTEN, LOCALNET_FOLDER_IN_USE, LOCALNET_FOLDER_OF_ANOTHER
 */
export async function startLocalnet(settings: LocalnetSettings): Promise<Localnet> {
  const { folder, genesisTime, scenario, past = 0 } = settings;
  const pace = settings.asSent === true ? 'as sent' : settings.onDemand === true ? 'by hand' : 'timed';
  const terms = termsOf(settings);
  const unlock = await lockFolder(folder);
  const chains: LiveChain[] = [];
  const open = (more: Pick<LiveChainSettings, 'folder' | 'terms' | 'scenario' | 'past'>): LiveChain => {
    const opened = openLiveChain({ genesisTime, pace, ...more });
    chains.push(opened);
    return opened;
  };
  const end = (): void => {
    for (const one of chains) one.close();
    unlock();
  };
  try {
    keepTerms(folder, { terms, genesisTime, scenario });
    const { chain } = open({ folder, terms, scenario, past });
    const troubles = createTroubles(chain.height);
    const another = (): Chain =>
      (
        chains[1] ??
        open({
          ...{ folder: join(folder, 'another'), scenario: undefined },
          terms: { ...terms, seed: `${terms.seed}, another chain` },
          past: Math.min(chain.height(), ANOTHER_PAST),
        })
      ).chain;
    const server = await serve(settings, { chain, another, troubles });
    return {
      url: server.url,
      ...{ chain, troubles },
      god: godOf(terms.seed),
      wallet: (name) => walletOf(terms.seed, name),
      produce() {
        for (const one of chains) one.produce();
      },
      async stop() {
        await server.stop();
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

interface Chains {
  readonly chain: Chain;
  /** The chain that answers in its place while another one is to. */
  another(): Chain;
  readonly troubles: Troubles;
}

async function serve(settings: LocalnetSettings, { chain, another, troubles }: Chains) {
  const { host = '127.0.0.1', port = 0, channel = 'default', control = false } = settings;
  const { faults = troubles.faults, streamFaults = troubles.streamFaults } = settings;
  const served = (of: Chain): Served => {
    const view = troubledView(liveView(of), troubles);
    return { ...liveMethods(of, view, channel), converse: createConversations(view) };
  };
  let other: Served | undefined;
  const { methods, debugMethods, converse } = eitherChain(
    troubles,
    served(chain),
    () => (other ??= served(another())),
  );
  const streams = createStreamServer({ channel, converse, faults: streamFaults });
  let wasOther = false;
  troubles.onChange(() => {
    // Who was told of one chain is not to be told of the other without noticing.
    if (wasOther !== troubles.isOtherChain()) streams.close();
    wasOther = troubles.isOtherChain();
  });
  const { port: bound, stop } = await serveNode({
    ...{ host, port, channel, methods, debugMethods, streams, faults },
    troubles: control ? troubles : undefined,
  });
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/api/v3`, stop };
}

/** What makes the chain of these settings what it is. */
export function termsOf({
  seed = 'madang',
  nid = 3,
  auditEnabled = false,
  intervalMs = 2_000,
}: Pick<LocalnetSettings, 'seed' | 'nid' | 'auditEnabled' | 'intervalMs'>): ChainTerms {
  return { seed, nid, interval: BigInt(intervalMs) * 1000n, auditEnabled };
}
