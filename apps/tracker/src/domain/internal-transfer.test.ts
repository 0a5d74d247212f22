import { aLog, anAddress } from '@madang/testkit';
import { describe, expect, it } from 'vitest';
import { internalTransfer } from './internal-transfer.ts';

const CONTRACT = anAddress(3, 'cx');
const SIGNATURE = 'ICXTransfer(Address,Address,int)';

describe('internalTransfer', () => {
  it('is what the node writes in the name of the sending contract', () => {
    const log = aLog({
      address: CONTRACT,
      indexed: [SIGNATURE, CONTRACT, anAddress(4), '0xde0b6b3a7640000'],
    });
    expect(internalTransfer(log)).toEqual({ from: CONTRACT, to: anAddress(4), value: 10n ** 18n });
  });

  it.each([
    ['names another sender than its emitter', [SIGNATURE, anAddress(5, 'cx'), anAddress(4), '0x1']],
    ['names no recipient', [SIGNATURE, CONTRACT, null, '0x1']],
    ['is another event', ['ICXIssued(int,int,int,int)', '0x1', '0x1', '0x1', '0x1']],
  ])('is none when the log %s', (_what, indexed) => {
    expect(internalTransfer(aLog({ address: CONTRACT, indexed }))).toBeNull();
  });
});
