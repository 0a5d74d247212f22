import { CodedError } from '@madang/errors';
import { describe, expect, it } from 'vitest';
import { timeZone } from './time-zone.ts';

/** What is said of a zone that is refused. */
function refusal(name: string): CodedError {
  try {
    timeZone(name);
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
  throw new Error(`${name} was not refused`);
}

describe('a zone that does not exist', () => {
  it.each([
    ['Asia/Soul', 'Asia/Seoul'],
    ['seoul', 'Asia/Seoul'],
    ['New York', 'America/New_York'],
    ['America/NewYork', 'America/New_York'],
    ['Australia/LordHowe', 'Australia/Lord_Howe'],
    ['UTF', 'UTC'],
  ])('%s suggests %s', (name, meant) => {
    const error = refusal(name);
    expect(error.code).toBe('POOLBENCH_UNKNOWN_TIME_ZONE');
    expect(error.details['near']).toContain(meant);
    expect(error.message).toContain(`There is no time zone ${name}. Did you mean`);
  });

  it('gives examples when nothing is near', () => {
    expect(refusal('the moon, far side').message).toContain('Give an IANA name such as Asia/Seoul or UTC.');
  });

  it('is also an offset, since that is no place and knows no summer time', () => {
    expect(refusal('+09:00').code).toBe('POOLBENCH_UNKNOWN_TIME_ZONE');
  });

  it('shows nothing that could change a terminal', () => {
    expect(refusal('\u001b[31m\n').message).not.toMatch(/[\u001b\n]/);
  });
});

describe('the name of a zone', () => {
  it('is found whatever its case', () => {
    expect(timeZone('asia/seoul').name).toBe('Asia/Seoul');
    expect(timeZone('utc').name).toBe('UTC');
  });

  it('stays the one that was given when it is an alias', () => {
    expect(timeZone('Asia/Kolkata').name).toBe('Asia/Kolkata');
  });
});
