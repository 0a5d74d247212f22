import { ADDRESS, sha3 } from '@madang/icon';
import { anAddress } from '@madang/testkit';
import { describe, expect, it } from 'vitest';
import { readGenesis } from './genesis.ts';

const god = { name: 'god', address: anAddress(1), balance: '0x1' };
const CODE = sha3('code');

describe('readGenesis', () => {
  it('finds accounts, contracts and whether contracts are audited', () => {
    const score = { owner: anAddress(1), contentType: 'application/zip', contentId: `hash:${CODE}` };
    const governance = { name: 'governance', address: ADDRESS.governance, score };
    expect(readGenesis({ accounts: [god, governance], chain: { auditEnabled: '0x1' } })).toEqual({
      accounts: [anAddress(1), ADDRESS.governance],
      contracts: [
        { address: ADDRESS.system, owner: null, language: 'system', codeHash: sha3('') },
        { address: ADDRESS.governance, owner: anAddress(1), language: 'python', codeHash: CODE },
      ],
      auditEnabled: true,
    });
  });

  it('asks for audits as the chain says, and where it says nothing', () => {
    expect(readGenesis({ accounts: [god], chain: { auditEnabled: '0x0' } }).auditEnabled).toBe(false);
    expect(readGenesis({ accounts: [god], chain: {} }).auditEnabled).toBe(false);
    expect(readGenesis({ accounts: [god], message: 'the first' }).auditEnabled).toBe(true);
  });

  it('hashes code that stands in it, and leaves out what is no account', () => {
    const score = { owner: 'nobody', contentType: 'application/java', content: '0x00ff' };
    const contract = { address: anAddress(7, 'cx'), score };
    const { accounts, contracts } = readGenesis({ accounts: [null, 'x', { address: 5 }, contract] });
    expect(accounts).toEqual([anAddress(7, 'cx')]);
    expect(contracts[1]).toEqual({
      address: anAddress(7, 'cx'),
      owner: null,
      language: 'java',
      codeHash: sha3(Buffer.from('00ff', 'hex')),
    });
  });
});
