import type { LiveBench } from './live.ts';
import { EVERYDAY, type Scenario } from '../src/traffic/scenario.ts';

/** A small place, where the teams join soon. */
export const VILLAGE: Scenario = { ...EVERYDAY, rate: 3, teams: 8, wallets: 8, joinBlocks: 6 };

/** A transaction of a block, with its result. */
export interface Happened {
  readonly height: number;
  readonly from: string;
  readonly to: string;
  readonly dataType: string | undefined;
  readonly data: unknown;
  readonly method: string | undefined;
  readonly timestamp: string;
  /** `Success`, or the text of the failure. */
  readonly status: string;
}

interface Sent extends Pick<Happened, 'from' | 'to' | 'dataType' | 'data' | 'timestamp'> {
  readonly data: { readonly method?: string } | undefined;
}

/** Every transaction that somebody sent. */
export function happenedOn({ net }: LiveBench): Happened[] {
  const { ledger } = net.chain;
  return Array.from({ length: ledger.blocks - 1 }, (_, before) => before + 1).flatMap((height) =>
    transactionsIn(ledger.block(height)).map((sent, place) => {
      const receipt = JSON.parse(ledger.receipt({ height, index: place + 1 })) as {
        failure?: { message: string };
      };
      const status = receipt.failure?.message ?? 'Success';
      return { ...sent, height, method: sent.data?.method, status };
    }),
  );
}

function transactionsIn(block: string): Sent[] {
  const { confirmed_transaction_list } = JSON.parse(block) as { confirmed_transaction_list: Sent[] };
  return confirmed_transaction_list.slice(1);
}

/** Makes blocks up to a height. */
export function produceTo({ net }: LiveBench, height: number): void {
  while (net.chain.height() < height) net.produce();
}

/** All blocks, as clients are told them. */
export const blocksOf = ({ net: { chain } }: LiveBench): string[] =>
  Array.from({ length: chain.ledger.blocks }, (_, height) => chain.ledger.block(height));
