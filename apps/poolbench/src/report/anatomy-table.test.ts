import { describe, expect, it } from 'vitest';
import { anatomyTable } from './anatomy-table.ts';

const cellOf = (name: string, stages: Record<string, number>) => ({
  name,
  means: Object.fromEntries(Object.entries(stages).map(([stage, ms]) => [`connect.${stage}`, ms])),
});

const plain = cellOf('TCP, SCRAM', { tcp: 0.2, startup: 1.5, derivation: 1, backend: 2, firstQuery: 0.4 });
const secured = cellOf('TCP, TLS 1.3, trust', { tcp: 0.2, tls: 3, startup: 1.25, firstQuery: 0.4, close: 2 });

describe('the table of stages', () => {
  it('has a row for each way, a column for each stage that any of them has, and when one can be used', () => {
    expect(anatomyTable([plain, secured])).toEqual([
      [
        'new connection, mean ms',
        'connect',
        'TLS',
        'start-up',
        'keys',
        'back-end',
        'usable',
        'query 1',
        'close',
      ],
      ['TCP, SCRAM', '0.20', '', '1.50', '1.00', '2.00', '4.70', '0.40', ''],
      ['TCP, TLS 1.3, trust', '0.20', '3.00', '1.25', '', '', '4.45', '0.40', '2.00'],
    ]);
  });

  it('is left out for a single way', () => {
    expect(anatomyTable([plain])).toEqual([]);
    expect(anatomyTable([])).toEqual([]);
  });
});
