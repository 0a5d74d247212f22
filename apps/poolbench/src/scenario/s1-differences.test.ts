import { describe, expect, it } from 'vitest';
import { createRandom } from '../domain/random.ts';
import { differencesIn, type ConnectTimes } from './s1-differences.ts';

const ROUNDS = [0.97, 1.02, 0.99, 1.01, 1.03, 0.98, 1, 1.02, 0.99, 1.01];
/** Ten rounds about so many milliseconds, slow and fast at the same time as all others. */
const about = (ms: number): number[] => ROUNDS.map((factor) => ms * factor);
const differences = (times: ConnectTimes) => differencesIn(times, createRandom(7));

describe('what a thing costs that two entrances differ in', () => {
  it('is the median of the differences of the rounds, with its interval and how many times it is', () => {
    const [tls, ...others] = differences(
      new Map([
        ['TCP, SCRAM', about(6)],
        ['TCP, TLS 1.3, SCRAM', about(9)],
      ]),
    );
    expect(others).toEqual([]);
    expect(tls).toMatchObject({
      subject: 'finding',
      answer: 'stated',
      cell: 'TCP, TLS 1.3, SCRAM',
      against_cell: 'TCP, SCRAM',
      method: 'BCa',
      rounds: 10,
    });
    expect(tls?.value).toBeCloseTo(0.003, 4);
    expect(tls?.low).toBeLessThan(0.003);
    expect(tls?.high).toBeGreaterThan(0.003);
    expect(tls?.sentence).toMatch(
      /^TLS 1\.3 adds 3\.0\d ms \[2\.9\d to 3\.0\d\] to a new connection \(1\.50×\)\.$/,
    );
  });

  it('is not stated when it is within what noise makes, or within what matters', () => {
    const noisy = [4, 9, 5, 8, 3, 9, 6, 7, 4, 8];
    const found = differences(
      new Map([
        ['TCP, SCRAM', about(6)],
        ['TCP, trust', noisy],
        ['Unix socket, SCRAM', about(5.98)],
      ]),
    );
    expect(found.map(({ cell, against_cell, answer }) => [cell, against_cell, answer])).toEqual([
      ['TCP, SCRAM', 'TCP, trust', 'undecided'],
      ['TCP, SCRAM', 'Unix socket, SCRAM', 'same'],
    ]);
    expect(found[0]?.sentence).toMatch(/, which is not told from noise\.$/);
    expect(found[1]?.sentence).toMatch(/, which makes no difference that matters\.$/);
  });

  it('has only a range of few rounds, and of those alone that both have', () => {
    const [md5] = differences(
      new Map([
        ['TCP, SCRAM', [6, 7, 8]],
        ['TCP, MD5', [5, 5]],
      ]),
    );
    expect(md5).toMatchObject({ method: 'range', rounds: 2, answer: 'undecided', low: 0.001, high: 0.002 });
    expect(md5?.sentence).toContain('1.50 ms [range 1.00 to 2.00] more than MD5');
  });

  it('is nothing where an entrance was not measured', () => {
    expect(differences(new Map([['TCP, SCRAM', about(6)]]))).toEqual([]);
    expect(differences(new Map([['anatomy', about(6)]]))).toEqual([]);
  });
});
