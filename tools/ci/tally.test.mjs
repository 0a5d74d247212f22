import { describe, expect, it } from 'vitest';
import { complete, countTests } from './tally.mjs';

/**
 * @param {string} status of the file
 * @param {string[]} statuses of its tests
 */
const file = (status, ...statuses) => ({
  name: 'a.test.ts',
  status,
  assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })),
});
/** @param {import('./tally.mjs').Count[]} counts */
const failures = (counts) => counts.filter(({ ok }) => !ok).map(({ name }) => name);

describe('countTests', () => {
  it('counts each test', () => {
    const counts = countTests({
      testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')],
    });
    expect(counts).toHaveLength(4);
    expect(failures(counts)).toEqual(['failed: test 1 (a.test.ts)']);
  });

  it.each(['skipped', 'pending', 'todo'])('takes a test that is %s for a failure', (status) => {
    expect(failures(countTests({ testResults: [file('passed', 'passed', status)] }))).toHaveLength(1);
  });

  it('takes a file that could not be loaded, or has no test, for a failure', () => {
    expect(failures(countTests({ testResults: [file('failed')] }))).toEqual(['failed: a.test.ts']);
    expect(failures(countTests({ testResults: [file('passed')] }))).toEqual(['passed: a.test.ts']);
  });

  it('counts a file that failed after its tests had passed', () => {
    expect(failures(countTests({ testResults: [file('failed', 'passed')] }))).toEqual(['failed: a.test.ts']);
  });
});

describe('complete', () => {
  const well = [{ name: 'types', ok: true }];
  const ill = [{ name: 'types', ok: false }];

  it('adds nothing to a report that tells all', () => {
    expect(complete('npm test', 0, well)).toBe(well);
    expect(complete('npm test', 1, ill)).toBe(ill);
  });

  it('adds a failure where a command left no report or ended badly for no counted reason', () => {
    expect(failures(complete('npm test', 0, undefined))).toEqual(['npm test ended with code 0']);
    expect(failures(complete('npm test', 0, []))).toEqual(['npm test ended with code 0']);
    expect(failures(complete('npm test', 134, well))).toEqual(['npm test ended with code 134']);
  });
});
