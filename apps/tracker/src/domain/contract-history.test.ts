import { aHash, anAddress } from '@madang/testkit';
import { describe, expect, it } from 'vitest';
import {
  currentVersion,
  newContract,
  nextVersion,
  statusOf,
  withAccepted,
  withDeploy,
  withRejected,
  type Contract,
} from './contract-history.ts';

const empty = newContract(anAddress(1, 'cx'), 7);
const sent = (n: number) => ({
  deployHash: aHash(n),
  height: n,
  language: 'python' as const,
  codeHash: aHash(100 + n),
});
const AUDIT = aHash(999);
const deploys = (contract: Contract) => [
  currentVersion(contract)?.deployHash ?? null,
  nextVersion(contract)?.deployHash ?? null,
];

describe('a contract', () => {
  it('is active at once where nobody audits, and its deploy stands for the audit', () => {
    const contract = withDeploy(empty, sent(1), false);
    expect(statusOf(contract)).toBe('active');
    expect(currentVersion(contract)).toMatchObject({ auditHash: aHash(1), status: 'active' });
  });

  it('waits until it is accepted where somebody does', () => {
    const waiting = withDeploy(empty, sent(1), true);
    expect(statusOf(waiting)).toBe('pending');
    const accepted = withAccepted(waiting, aHash(1), AUDIT);
    expect(statusOf(accepted)).toBe('active');
    expect(currentVersion(accepted)?.auditHash).toBe(AUDIT);
  });

  it('keeps the old version while a new one waits, and after it was rejected', () => {
    const active = withAccepted(withDeploy(empty, sent(1), true), aHash(1), AUDIT);
    const waiting = withDeploy(active, sent(2), true);
    expect(deploys(waiting)).toEqual([aHash(1), aHash(2)]);
    const rejected = withRejected(waiting, aHash(2), AUDIT);
    expect(deploys(rejected)).toEqual([aHash(1), aHash(2)]);
    expect(nextVersion(rejected)).toMatchObject({ status: 'rejected', auditHash: AUDIT });
    expect(statusOf(rejected)).toBe('active');
  });

  it('forgets a waiting version that another one replaced: accepting it then does nothing', () => {
    const replaced = withDeploy(withDeploy(empty, sent(1), true), sent(2), true);
    expect(replaced.versions.map(({ status }) => status)).toEqual(['superseded', 'pending']);
    expect(withAccepted(replaced, aHash(1), AUDIT)).toBe(replaced);
    expect(withAccepted(replaced, aHash(2), AUDIT).versions.map(({ status }) => status)).toEqual([
      'superseded',
      'active',
    ]);
  });

  it('retires the version before when a new one is active', () => {
    const twice = withDeploy(withDeploy(empty, sent(1), false), sent(2), false);
    expect(twice.versions.map(({ status }) => status)).toEqual(['retired', 'active']);
    expect(deploys(twice)).toEqual([aHash(2), null]);
  });

  it('says first what keeps everybody out', () => {
    const active = withDeploy(empty, sent(1), false);
    expect(statusOf({ ...active, blocked: true, disabled: true })).toBe('blocked');
    expect(statusOf({ ...active, disabled: true })).toBe('disabled');
    expect(statusOf(empty)).toBe('unknown');
    expect(statusOf(withRejected(withDeploy(empty, sent(1), true), aHash(1), AUDIT))).toBe('rejected');
  });
});
