import { describe, expect, it } from 'vitest';
import { ALL_ENTRANCES, entranceName, FEW_ENTRANCES, usualEntrance } from './entrance.ts';

const names = (entrances: typeof ALL_ENTRANCES): string[] => entrances.map(entranceName);

describe('the entrances of a scratch server', () => {
  it('are told apart by their names', () => {
    expect(names(FEW_ENTRANCES)).toEqual(['TCP, SCRAM', 'TCP, TLS 1.3, SCRAM', 'TCP, trust']);
    expect(new Set(names(ALL_ENTRANCES)).size).toBe(ALL_ENTRANCES.length);
    expect(names(ALL_ENTRANCES)).toEqual(expect.arrayContaining(names(FEW_ENTRANCES)));
    expect(entranceName(usualEntrance)).toBe('TCP, SCRAM');
  });

  it('have no TLS where PostgreSQL speaks none, and no binding without it', () => {
    for (const { transport, tls, authentication } of ALL_ENTRANCES) {
      if (transport === 'socket') expect(tls).toBe(false);
      if (authentication === 'scram-sha-256-plus') expect(tls).toBe(true);
    }
  });
});
