import { formatInteger, transactionId, type JsonObject } from '@madang/icon';
import { sign } from '@madang/icon/signature';
import { ICX } from '../src/chain/genesis.ts';
import { walletOf, type Wallet } from '../src/chain/keys.ts';
import { startLocalnet, type Localnet } from '../src/live/start-localnet.ts';
import { archiveOf } from '../src/scores/archive.ts';
import { IRC2 } from '../src/scores/irc2.ts';

const SEED = 'bench';
const GENESIS_TIME = 1_767_225_600_000_000n;
const WALLETS = 200;
/** Transactions of a block, at most. */
export const IN_BLOCK = 1500;

/** A chain with a token and wallets that have some of everything. */
export interface Bed {
  readonly net: Localnet;
  readonly token: string;
  readonly wallets: readonly Wallet[];
}

/** Opens the chain of a folder, or begins one. */
export const open = (folder: string): Promise<Localnet> =>
  startLocalnet({ folder, seed: SEED, onDemand: true, genesisTime: GENESIS_TIME });

/** The wallets of every such chain. */
export const walletsOf = (): Wallet[] =>
  Array.from({ length: WALLETS }, (_, i) => walletOf(SEED, `wallet ${i}`));

/** Begins a chain in a folder. */
export async function prepare(folder: string): Promise<Bed> {
  const net = await open(folder);
  const wallets = walletsOf();
  const { god, chain } = net;
  const value = formatInteger(100_000n * ICX);
  for (const [i, { address }] of wallets.entries()) chain.submit(signed(net, god, i, { to: address, value }));
  const content = `0x${archiveOf(IRC2).toString('hex')}`;
  const params = { _name: 'Bench', _symbol: 'B', _decimals: '0x12', _supply: formatInteger(10n ** 30n) };
  const deploy = { to: `cx${'0'.repeat(40)}`, stepLimit: '0x9502f900', dataType: 'deploy' };
  const hash = chain.submit(
    signed(net, god, WALLETS, { ...deploy, data: { contentType: 'application/zip', content, params } }),
  );
  net.produce();
  const place = chain.ledger.placeOf(hash);
  const receipt = JSON.parse(chain.ledger.receipt(place ?? { height: 1, index: 0 })) as {
    scoreAddress: string;
  };
  const token = receipt.scoreAddress;
  for (const [i, { address }] of wallets.entries())
    chain.submit(signed(net, god, WALLETS + 1 + i, call(token, address, 10n ** 24n)));
  net.produce();
  return { net, token, wallets };
}

/** Half of them coins, half of them tokens, from one wallet to another. */
export function transfers(bed: Bed, count: number, from: number): JsonObject[] {
  const now = timeOf(bed.net);
  return Array.from({ length: count }, (_, i) => {
    const { sender, members } = transferOf(bed, from + i);
    return signed(bed.net, sender, from + i, members, now);
  });
}

/** The same with a signature of zeros, which only `admit` takes: signing a million would take most of an hour. */
export function unsignedTransfers(bed: Bed, count: number, from: number): JsonObject[] {
  const now = timeOf(bed.net);
  return Array.from({ length: count }, (_, i) => {
    const { sender, members } = transferOf(bed, from + i);
    return { ...unsigned(bed.net, sender, from + i, members, now), signature: NO_SIGNATURE };
  });
}

const NO_SIGNATURE = Buffer.alloc(65).toString('base64');

function transferOf({ token, wallets }: Bed, n: number): { sender: Wallet; members: JsonObject } {
  const [sender, receiver] = [wallets[n % WALLETS], wallets[(n * 7 + 1) % WALLETS]] as [Wallet, Wallet];
  const members = n % 2 === 0 ? { to: receiver.address, value: '0x1' } : call(token, receiver.address, 1n);
  return { sender, members };
}

const call = (to: string, receiver: string, value: bigint): JsonObject => ({
  to,
  dataType: 'call',
  data: { method: 'transfer', params: { _to: receiver, _value: formatInteger(value) } },
});

function signed(
  net: Localnet,
  from: Wallet,
  nonce: number,
  members: JsonObject,
  now = timeOf(net),
): JsonObject {
  const transaction = unsigned(net, from, nonce, members, now);
  return { ...transaction, signature: sign(transactionId(transaction), from.privateKey) };
}

/** Time of the newest block, in microseconds since 1970; reading it reads the block, so it is asked for once a batch. */
const timeOf = ({ chain }: Localnet): bigint => chain.timestampOf(chain.height()) || GENESIS_TIME;

function unsigned(
  { chain }: Localnet,
  from: Wallet,
  nonce: number,
  members: JsonObject,
  now: bigint,
): JsonObject {
  return {
    ...{ version: '0x3', from: from.address, nid: formatInteger(chain.terms.nid), stepLimit: '0x5f5e100' },
    ...{ nonce: formatInteger(nonce + 1), timestamp: formatInteger(now + BigInt(nonce)) },
    ...members,
  };
}
