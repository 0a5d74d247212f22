import { describe, expect, it } from 'vitest';
import { parameterNames } from './event-names.ts';

const inputs = (...types: string[]) => types.map((type, i) => ({ name: `p${i}`, type }));
const api = [
  { type: 'eventlog', name: 'Moved', inputs: inputs('Address', 'int') },
  { type: 'eventlog', name: 'Moved', inputs: inputs('Address', 'bytes') },
  { type: 'function', name: 'Moved', inputs: inputs('int', 'int') },
];

describe('parameterNames', () => {
  it('are those of the event with the same types', () => {
    expect(parameterNames(api, 'Moved', ['Address', 'bytes'])).toEqual(['p0', 'p1']);
  });

  it('are null when no event fits, whatever the API is', () => {
    expect(parameterNames(api, 'Moved', ['int', 'int'])).toEqual([null, null]);
    expect(parameterNames([null, 1, { type: 'eventlog', name: 'X', inputs: [null] }], 'X', ['int'])).toEqual([
      null,
    ]);
    expect(parameterNames(null, 'X', [])).toEqual([]);
  });
});
