import { ADDRESS, addressToBytes } from '@madang/icon';
import { sql, type Transaction } from '@madang/pg';
import type { TokenStandard } from '../domain/token-standard.ts';
import type { TokenTransfer } from '../domain/token-transfers.ts';

/** Keeps supply, holders and owners of tokens as their transfers move them. */
export interface TokenLedger {
  note(token: string, transfer: TokenTransfer, height: number): void;
  /** Adds what was noted to the tables; how many tokens are new. */
  write(tx: Transaction): Promise<number>;
}

interface TokenChange {
  standard: TokenStandard;
  readonly firstHeight: number;
  supply: bigint;
  transfers: number;
}

export function createTokenLedger(): TokenLedger {
  const tokens = new Map<string, TokenChange>();
  const holdings = createSums();
  const items = createSums();

  function changeOf(token: string, standard: TokenStandard, height: number): TokenChange {
    let change = tokens.get(token);
    if (change === undefined) {
      change = { standard, firstHeight: height, supply: 0n, transfers: 0 };
      tokens.set(token, change);
    }
    return change;
  }

  return {
    note(token, transfer, height) {
      const { standard, from, to, value, tokenId } = transfer;
      const change = changeOf(token, standard, height);
      // A contract that is updated may become a token of another standard.
      change.standard = standard;
      change.transfers += 1;
      for (const [holder, amount] of [[from, -value] as const, [to, value] as const]) {
        // By convention the zero address is where units come from and go to, not somebody who holds them.
        if (holder === ADDRESS.zero) change.supply -= amount;
        else {
          holdings.add(amount, token, holder);
          if (tokenId !== null) items.add(amount, token, holder, tokenId.toString());
        }
      }
    },
    async write(tx) {
      const created = await writeTokens(tx, [...tokens]);
      await writeHoldings(tx, holdings.entries());
      await writeItems(tx, items.entries());
      return created;
    },
  };
}

interface Sum {
  readonly key: readonly string[];
  amount: bigint;
}

/** Sums by key; those that come to nothing are left out. */
function createSums(): { add(amount: bigint, ...key: string[]): void; entries(): Sum[] } {
  const sums = new Map<string, Sum>();
  return {
    add(amount, ...key) {
      const name = key.join(' ');
      const sum = sums.get(name);
      if (sum === undefined) sums.set(name, { key, amount });
      else sum.amount += amount;
    },
    entries: () => [...sums.values()].filter(({ amount }) => amount !== 0n),
  };
}

async function writeTokens(
  tx: Transaction,
  tokens: readonly (readonly [string, TokenChange])[],
): Promise<number> {
  if (tokens.length === 0) return 0;
  const addresses = tokens.map(([address]) => addressToBytes(address));
  const changes = tokens.map(([, change]) => change);
  const known = await tx.row<{ count: number }>(
    'tracker.token.known',
    sql`select count(*) from tracker.token where address = any(${addresses})`,
  );
  await tx.execute(
    'tracker.token.count',
    sql`
      insert into tracker.token as kept (address, standard, total_supply, holders, transfers, first_height)
      select address, standard, supply, 0, transfers, height from unnest(
        ${addresses}::bytea[], ${changes.map(({ standard }) => standard)}::text[],
        ${changes.map(({ supply }) => supply.toString())}::numeric[],
        ${changes.map(({ transfers }) => transfers)}::bigint[],
        ${changes.map(({ firstHeight }) => firstHeight)}::bigint[])
        as noted (address, standard, supply, transfers, height)
      on conflict (address) do update
      set standard = excluded.standard,
          total_supply = kept.total_supply + excluded.total_supply,
          transfers = kept.transfers + excluded.transfers`,
  );
  return tokens.length - (known?.count ?? 0);
}

// Who begins or ceases to hold is counted by comparing with what was there before, which a statement sees throughout.
async function writeHoldings(tx: Transaction, sums: readonly Sum[]): Promise<void> {
  if (sums.length === 0) return;
  const [tokens, holders] = [0, 1].map((at) => sums.map(({ key }) => addressToBytes(key[at] ?? '')));
  const amounts = sums.map(({ amount }) => amount.toString());
  await tx.execute(
    'tracker.holding.move',
    sql`
      with moved as (
        select token, holder, amount
        from unnest(${tokens}::bytea[], ${holders}::bytea[], ${amounts}::numeric[]) as m (token, holder, amount)
      ), written as (
        insert into tracker.holding as kept (token, holder, balance)
        select token, holder, amount from moved
        on conflict (token, holder) do update set balance = kept.balance + excluded.balance
      ), change as (
        select token,
          count(*) filter (where coalesce(balance, 0) <= 0 and coalesce(balance, 0) + amount > 0)
          - count(*) filter (where balance > 0 and balance + amount <= 0) as holders
        from moved left join tracker.holding using (token, holder)
        group by token
      )
      update tracker.token set holders = token.holders + change.holders
      from change where token.address = change.token`,
  );
  await tx.execute(
    'tracker.holding.clear',
    sql`
      delete from tracker.holding using unnest(${tokens}::bytea[], ${holders}::bytea[]) as m (token, holder)
      where holding.token = m.token and holding.holder = m.holder and holding.balance = 0`,
  );
}

async function writeItems(tx: Transaction, sums: readonly Sum[]): Promise<void> {
  if (sums.length === 0) return;
  const [tokens, holders] = [0, 1].map((at) => sums.map(({ key }) => addressToBytes(key[at] ?? '')));
  const ids = sums.map(({ key }) => key[2]);
  const amounts = sums.map(({ amount }) => amount.toString());
  await tx.execute(
    'tracker.item.move',
    sql`
      insert into tracker.item as kept (token, holder, token_id, balance)
      select * from unnest(${tokens}::bytea[], ${holders}::bytea[], ${ids}::numeric[], ${amounts}::numeric[])
      on conflict (token, token_id, holder) do update set balance = kept.balance + excluded.balance`,
  );
  await tx.execute(
    'tracker.item.clear',
    sql`
      delete from tracker.item
      using unnest(${tokens}::bytea[], ${holders}::bytea[], ${ids}::numeric[]) as m (token, holder, token_id)
      where item.token = m.token and item.holder = m.holder and item.token_id = m.token_id and item.balance = 0`,
  );
}
