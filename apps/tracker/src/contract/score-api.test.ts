import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecorded } from '../../test/recording.ts';
import { readApi } from './score-api.ts';

const only = (entry: unknown) => readApi([entry]).members[0];

describe('reading the API of a contract', () => {
  it('tells reading from writing methods, what takes ICX, and events', () => {
    const { members, unread } = readApi([
      {
        type: 'function',
        name: 'balanceOf',
        inputs: [{ name: '_owner', type: 'Address' }],
        outputs: [{ type: 'int' }],
        readonly: '0x1',
      },
      { type: 'function', name: 'buy', inputs: [], outputs: [], payable: '0x1' },
      { type: 'fallback', name: 'fallback', inputs: [], payable: '0x1' },
      { type: 'eventlog', name: 'Transfer', inputs: [{ name: '_from', type: 'Address', indexed: '0x1' }] },
    ]);
    expect(unread).toBe(0);
    expect(members.map(({ index, kind, name, payable }) => [index, kind, name, payable])).toEqual([
      [0, 'read', 'balanceOf', false],
      [1, 'write', 'buy', true],
      [2, 'write', 'fallback', true],
      [3, 'event', 'Transfer', false],
    ]);
    expect(members[0]).toMatchObject({
      inputs: [{ name: '_owner', type: 'Address', indexed: false, otherwise: null }],
      outputs: ['int'],
    });
    expect(members[3]?.inputs[0]?.indexed).toBe(true);
  });

  it('tells a default of nothing from no default', () => {
    const inputs = [
      { name: 'a', type: 'bytes', default: null },
      { name: 'b', type: 'int', default: '0x1' },
      { name: 'c', type: 'int', default: { deep: [] } },
      { name: 'd', type: 'int' },
    ];
    const member = only({ type: 'function', name: 'f', inputs });
    expect(member?.inputs.map(({ otherwise }) => otherwise)).toEqual(['null', '0x1', '…', null]);
  });

  it('writes what a struct is made of', () => {
    const person = {
      name: 'people',
      type: '[]struct',
      fields: [
        { name: 'name', type: 'str' },
        { name: 'home', type: 'struct', fields: [{ name: 'street', type: 'str' }] },
      ],
    };
    expect(only({ type: 'function', name: 'f', inputs: [person] })?.inputs[0]?.type).toBe(
      '[]struct { name: str, home: struct { street: str } }',
    );
  });

  it('reads every entry of the recorded contracts', () => {
    const contracts = Object.values(
      readRecorded().state['contracts'] as Record<string, { api: unknown }>,
    ).flatMap(({ api }) => (Array.isArray(api) ? [api as unknown[]] : []));
    expect(contracts).toHaveLength(11);
    for (const api of contracts)
      expect(readApi(api)).toMatchObject({ members: { length: api.length }, unread: 0 });
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'transfer'],
    ['a list', []],
    ['of an unknown type', { type: 'constructor', name: 'f' }],
    ['without a name', { type: 'function', inputs: [] }],
    ['with a number for a name', { type: 'function', name: 7 }],
    ['with a text for inputs', { type: 'function', name: 'f', inputs: 'int' }],
    ['with an input that is nothing', { type: 'function', name: 'f', inputs: [null] }],
    ['with an input without a type', { type: 'function', name: 'f', inputs: [{ name: 'x' }] }],
    ['with an output that is a text', { type: 'function', name: 'f', outputs: ['int'] }],
  ])('counts an entry that is %s, and goes on', (_what, entry) => {
    const good = { type: 'function', name: 'good' };
    expect(readApi([entry, good])).toMatchObject({ members: [{ index: 1, name: 'good' }], unread: 1 });
  });

  it('keeps what is enormous, for a page to cut', () => {
    const name = 'x'.repeat(500 * 1024);
    expect(only({ type: 'function', name, inputs: [{ name, type: name }] })?.name).toBe(name);
  });

  it('does not follow a struct for ever', () => {
    let field: unknown = { name: 'end', type: 'int' };
    for (let depth = 0; depth < 100_000; depth++) field = { name: 'x', type: 'struct', fields: [field] };
    expect(only({ type: 'function', name: 'f', inputs: [field] })?.inputs[0]?.type).toMatch(
      /^struct \{ x: struct .*\{ … \}/,
    );
  });

  it('has nothing to tell of a contract without an API', () => {
    expect(readApi(null)).toEqual({ members: [], unread: 0 });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (api) => {
        const { members, unread } = readApi(api);
        expect(members.length + unread).toBe(api.length);
      }),
    );
  });
});
