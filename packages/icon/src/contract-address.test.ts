import { RECORDINGS } from '@madang/localnet';
import { describe, expect, it } from 'vitest';
import { readRecorded } from '../test/recorded.ts';
import { ADDRESS, contractAddress } from './index.ts';

const from = 'hx7220dc89c5c2c7bb9ef0f62bb873b433ed1aa97b';
const timestamp = 0x66107f8545e40n;

describe('contractAddress', () => {
  it.each([
    { name: 'chain', folder: RECORDINGS.chain, installed: 9 },
    { name: 'audit-chain', folder: RECORDINGS.auditChain, installed: 4 },
  ])('is what the node gave, for every install of the recorded $name', async ({ folder, installed }) => {
    const { blocks, receipts } = await readRecorded(folder);
    const scoreAddresses = new Map(
      receipts.map((receipt) => [receipt.transactionHash, receipt.scoreAddress]),
    );
    const installs = blocks
      .flatMap((block) => block.transactions)
      .filter(({ kind, to, hash }) => kind === 'deploy' && to === ADDRESS.system && scoreAddresses.get(hash));
    expect(installs).toHaveLength(installed);
    for (const install of installs) {
      const address = contractAddress({
        from: install.from!,
        timestamp: install.timestamp!,
        nonce: BigInt(install.nonce!),
      });
      expect(address).toBe(scoreAddresses.get(install.hash));
    }
  });

  it('depends on sender, time, nonce and salt', () => {
    const addresses = [
      contractAddress({ from, timestamp, nonce: 1n }),
      contractAddress({ from: ADDRESS.zero, timestamp, nonce: 1n }),
      contractAddress({ from, timestamp: timestamp + 1n, nonce: 1n }),
      contractAddress({ from, timestamp, nonce: 2n }),
      contractAddress({ from, timestamp, nonce: null }),
      contractAddress({ from, timestamp, nonce: 1n, salt: 1n }),
    ];
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) expect(address).toMatch(/^cx[0-9a-f]{40}$/);
  });

  it('does not tell a nonce or a salt of zero from none', () => {
    expect(contractAddress({ from, timestamp, nonce: 0n })).toBe(
      contractAddress({ from, timestamp, nonce: null }),
    );
    expect(contractAddress({ from, timestamp, nonce: 1n, salt: 0n })).toBe(
      contractAddress({ from, timestamp, nonce: 1n }),
    );
  });

  it('takes the last 16 bytes of a salt and the first 32 of a nonce, as the node does', () => {
    const salted = (salt: bigint) => contractAddress({ from, timestamp, nonce: 1n, salt });
    expect(salted(2n ** 128n + 5n)).toBe(salted(5n));
    const numbered = (nonce: bigint) => contractAddress({ from, timestamp, nonce });
    expect(numbered(2n ** 255n + 1n)).toBe(numbered(2n ** 255n));
    expect(numbered(2n ** 254n + 1n)).not.toBe(numbered(2n ** 254n));
  });
});
