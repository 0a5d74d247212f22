import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openChain, type Chain } from '../chain/chain.ts';
import type { ChainTerms } from '../chain/genesis.ts';
import { openLedger } from '../ledger/ledger.ts';
import { scoreOfArchive } from '../scores/registry.ts';
import { driveTraffic, type Drive } from '../traffic/drive.ts';
import type { Scenario } from '../traffic/scenario.ts';
import { createTraffic } from '../traffic/traffic.ts';
import { countedClock, realClock } from './clock.ts';

/** When blocks are made: by time, by `produce` alone, or two when something is sent, of which the second seals the results. */
export type Pace = 'timed' | 'by hand' | 'as sent';

export interface LiveChainSettings {
  readonly folder: string;
  readonly terms: ChainTerms;
  readonly genesisTime: bigint | undefined;
  /** What happens by itself. */
  readonly scenario: Scenario | undefined;
  /** Blocks that a new chain has at once. */
  readonly past: number;
  readonly pace: Pace;
}

/** A chain that goes on. */
export interface LiveChain {
  readonly chain: Chain;
  /** Makes the next block now. */
  produce(): void;
  close(): void;
}

/** Transactions that are dated by a block older than this, in microseconds, would be refused by a node. */
const LATE = 4n * 60n * 1_000_000n;

/** Opens the chain of a folder, or begins one there. */
export function openLiveChain(settings: LiveChainSettings): LiveChain {
  const { folder, terms, genesisTime, scenario, past, pace } = settings;
  mkdirSync(folder, { recursive: true });
  const ledger = openLedger(join(folder, 'chain'));
  const clock =
    genesisTime === undefined
      ? realClock(ledger.blocks === 0 ? past : 0, terms.interval)
      : countedClock(genesisTime, terms.interval);
  const isNew = ledger.blocks === 0;
  const chain = openChain({ terms, ledger, scoreOf: scoreOfArchive, timeOf: clock });
  const isLate = (): boolean => {
    const [height, before] = [chain.height(), chain.timestampOf(chain.height())];
    return clock(height + 1, before) - before > LATE;
  };
  const drive = scenario && drivenBy(scenario, chain, terms, isLate);
  const produce = (): void => {
    drive?.fill();
    chain.produce();
  };
  if (isNew) while (chain.height() < past) produce();
  const ticking = pace === 'timed' ? setInterval(tick, Number(terms.interval / 1000n)) : undefined;
  if (pace === 'timed') drive?.prepare();

  function tick(): void {
    produce();
    drive?.prepare();
  }
  const served = pace === 'as sent' ? producingAsSent(chain, produce) : chain;
  return {
    ...{ chain: served, produce },
    close() {
      clearInterval(ticking);
      drive?.stop();
      served.close();
    },
  };
}

function producingAsSent(chain: Chain, produce: () => void): Chain {
  let due: NodeJS.Immediate | undefined;
  function produceTwo(): void {
    due = undefined;
    produce();
    produce();
  }
  return {
    ...chain,
    submit(sent) {
      const id = chain.submit(sent);
      // What is sent together is in one block.
      due ??= setImmediate(produceTwo);
      return id;
    },
    close() {
      clearImmediate(due);
      chain.close();
    },
  };
}

function drivenBy(scenario: Scenario, chain: Chain, terms: ChainTerms, isLate: () => boolean): Drive {
  const traffic = createTraffic({
    ...{ seed: terms.seed, nid: terms.nid, scenario },
    interval: Number(terms.interval) / 1_000_000,
    audited: terms.auditEnabled,
    timeOf: chain.timestampOf,
  });
  return driveTraffic(chain, traffic, isLate);
}
