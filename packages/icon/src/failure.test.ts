import { RECORDINGS } from '@madang/localnet';
import { describe, expect, it } from 'vitest';
import { readRecorded } from '../test/recorded.ts';
import { failureName } from './index.ts';

describe('failureName', () => {
  it.each([
    ['0x1', 'UnknownFailure'],
    ['0xa', 'OutOfStep'],
    ['0xf', 'InvalidPackage'],
    ['0x20', 'Reverted(0)'],
    ['0x3e7', 'Reverted(967)'],
    ['0x10', null],
    ['0x1f', null],
    ['-0x1', null],
  ])('of %s is %s', (code, name) => {
    expect(failureName(code)).toBe(name);
  });

  it.each(['', '12', 'Reverted'])('refuses %j', (code) => {
    expect(() => failureName(code)).toThrow(/^the failure code is /);
  });

  it('is what the node said, for every failure of the recorded chain', async () => {
    const { receipts } = await readRecorded(RECORDINGS.chain);
    const failures = receipts.flatMap(({ failure }) => failure ?? []);
    expect(failures).toHaveLength(955);
    expect(failures.filter(({ code, message }) => failureName(code) !== message)).toEqual([]);
  });
});
