import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RECORDINGS } from '../index.ts';
import { GOVERNANCE_API } from './governance.ts';
import { SYSTEM_API } from './system-api.ts';

it('is the API of the system contract that the recorded node told, byte for byte', () => {
  const exchange = readFileSync(new URL('rpc.ndjson', RECORDINGS.chain), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { what: string; answer: string })
    .find(({ what }) => what === 'system api');
  expect(`{"jsonrpc":"2.0","result":${JSON.stringify(SYSTEM_API)},"id":1}\n`).toBe(exchange?.answer);
});

it.each([RECORDINGS.chain, RECORDINGS.auditChain])(
  'is the API of the governance contract that was recorded, byte for byte: %s',
  (folder) => {
    const state = JSON.parse(readFileSync(new URL('state.json', folder), 'utf8')) as {
      contracts: Record<string, { api: unknown }>;
    };
    const recorded = state.contracts['cx0000000000000000000000000000000000000001'];
    expect(JSON.stringify(GOVERNANCE_API)).toBe(JSON.stringify(recorded?.api));
  },
);
