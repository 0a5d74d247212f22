import { ADDRESS, sha3, type Transaction } from '@madang/icon';
import { aHash, aLog, anAddress, aReceipt, aTransaction } from '@madang/testkit';
import { describe, expect, it } from 'vitest';
import { contractChanges } from './contract-changes.ts';

const CONTRACT = anAddress(3, 'cx');
const call = (method: string, params: unknown, to: string = ADDRESS.governance): Transaction =>
  aTransaction({ kind: 'call', to, method, data: { method, params } });

describe('contractChanges', () => {
  it('reads a deploy: where, whose, in which language, and the hash of its archive', () => {
    const transaction = aTransaction({
      kind: 'deploy',
      data: { contentType: 'application/zip', content: '0x504b' },
    });
    expect(contractChanges(transaction, aReceipt({ scoreAddress: CONTRACT }))).toEqual([
      {
        kind: 'deploy',
        address: CONTRACT,
        owner: transaction.from,
        language: 'python',
        codeHash: sha3(Buffer.from('504b', 'hex')),
      },
    ]);
  });

  it.each([
    [call('acceptScore', { txHash: aHash(5) }), { kind: 'accept', deployHash: aHash(5) }],
    [call('rejectScore', { txHash: aHash(5), reason: 'no' }), { kind: 'reject', deployHash: aHash(5) }],
    [call('blockScore', { address: CONTRACT }), { kind: 'block', address: CONTRACT }],
    [call('unblockScore', { address: CONTRACT }), { kind: 'unblock', address: CONTRACT }],
    [call('disableScore', { address: CONTRACT }, ADDRESS.system), { kind: 'disable', address: CONTRACT }],
    [
      call('setScoreOwner', { score: CONTRACT, owner: anAddress(8) }, ADDRESS.system),
      { kind: 'owner', address: CONTRACT, owner: anAddress(8) },
    ],
  ])('reads a call of governance', (transaction, change) => {
    expect(contractChanges(transaction, aReceipt())).toEqual([change]);
    expect(contractChanges(transaction, aReceipt({ status: 'failure' }))).toEqual([]);
    expect(contractChanges({ ...transaction, to: CONTRACT }, aReceipt())).toEqual([]);
  });

  it.each([
    ['a hash that is none', call('acceptScore', { txHash: '0x12' })],
    ['no parameters', call('acceptScore', undefined)],
    ['a wallet in place of a contract', call('blockScore', { address: anAddress(3) })],
    ['a list as parameters', call('setScoreOwner', [CONTRACT, anAddress(8)], ADDRESS.system)],
    ['the name of a member that every object has', call('constructor', { address: CONTRACT })],
  ])('takes nothing from a call with %s', (_what, transaction) => {
    expect(contractChanges(transaction, aReceipt())).toEqual([]);
  });

  it('believes a verdict in a log of the governance contract, and of no other', () => {
    const accepted = aLog({ address: ADDRESS.governance, indexed: ['Accepted(str)', aHash(5)] });
    const vote = aTransaction({ to: anAddress(20, 'cx') });
    expect(contractChanges(vote, aReceipt({ logs: [accepted] }))).toEqual([
      { kind: 'accept', deployHash: aHash(5) },
    ]);
    expect(contractChanges(vote, aReceipt({ logs: [{ ...accepted, address: CONTRACT }] }))).toEqual([]);
  });
});
