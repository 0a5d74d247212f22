import { addressToBytes } from '@madang/icon';
import { sql, type Transaction } from '@madang/pg';

/** What an address took part in during a batch. */
interface Activity {
  first: number;
  last: number;
  transactions: number;
  sent: number;
  received: number;
  tokenTransfers: number;
  internalTransfers: number;
  logs: number;
}

type Counter = Exclude<keyof Activity, 'first' | 'last'>;

/** Counts, address by address, what happens in a batch. */
export interface ActivityTally {
  /** The address is there, without having done anything. */
  see(address: string, height: number): void;
  /** Counts once for each different address. */
  count(counter: Counter, height: number, ...addresses: readonly (string | null)[]): void;
  /** Adds the counts to the table; how many addresses are new. */
  write(tx: Transaction): Promise<number>;
}

export function createActivityTally(): ActivityTally {
  const tally = new Map<string, Activity>();

  function see(address: string, height: number): Activity {
    let activity = tally.get(address);
    if (activity === undefined) {
      activity = { first: height, last: height, ...NOTHING };
      tally.set(address, activity);
    }
    activity.last = height;
    return activity;
  }

  return {
    see: (address, height) => void see(address, height),
    count(counter, height, ...addresses) {
      for (const address of new Set(addresses)) if (address !== null) see(address, height)[counter] += 1;
    },
    write: (tx) => write(tx, [...tally]),
  };
}

const NOTHING = {
  transactions: 0,
  sent: 0,
  received: 0,
  tokenTransfers: 0,
  internalTransfers: 0,
  logs: 0,
};

async function write(tx: Transaction, tally: readonly (readonly [string, Activity])[]): Promise<number> {
  const addresses = tally.map(([address]) => addressToBytes(address));
  const column = (name: keyof Activity): number[] => tally.map(([, activity]) => activity[name]);
  const known = await tx.row<{ count: number }>(
    'tracker.address.known',
    sql`select count(*) from tracker.address where address = any(${addresses})`,
  );
  await tx.execute(
    'tracker.address.count',
    sql`
      insert into tracker.address as kept (
        address, first_height, last_height, transaction_count, sent_count, received_count,
        token_transfer_count, internal_transfer_count, log_count)
      select * from unnest(
        ${addresses}::bytea[], ${column('first')}::bigint[], ${column('last')}::bigint[],
        ${column('transactions')}::bigint[], ${column('sent')}::bigint[], ${column('received')}::bigint[],
        ${column('tokenTransfers')}::bigint[], ${column('internalTransfers')}::bigint[], ${column('logs')}::bigint[])
      on conflict (address) do update
      set last_height = excluded.last_height,
          transaction_count = kept.transaction_count + excluded.transaction_count,
          sent_count = kept.sent_count + excluded.sent_count,
          received_count = kept.received_count + excluded.received_count,
          token_transfer_count = kept.token_transfer_count + excluded.token_transfer_count,
          internal_transfer_count = kept.internal_transfer_count + excluded.internal_transfer_count,
          log_count = kept.log_count + excluded.log_count`,
  );
  return addresses.length - (known?.count ?? 0);
}
