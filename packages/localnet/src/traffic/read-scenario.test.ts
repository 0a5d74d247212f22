import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readScenario } from './read-scenario.ts';
import { EVERYDAY, phaseAt } from './scenario.ts';

const folder = mkdtempSync(join(tmpdir(), 'madang-scenario-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string): string {
  const file = join(folder, 'scenario.yaml');
  writeFileSync(file, text);
  return file;
}
const example = (name: string): string =>
  fileURLToPath(new URL(`../../scenarios/${name}.yaml`, import.meta.url));

writeFileSync(join(folder, 'bad.yaml'), 'a: [');

describe('a scenario file', () => {
  it('says what differs from everyday life', () => {
    const scenario = readScenario(written('name: 조용한 날\nrate: 0.5\nshares: { burn: 7 }\n'));
    expect(scenario).toEqual({
      ...EVERYDAY,
      ...{ name: '조용한 날', rate: 0.5, shares: { ...EVERYDAY.shares, burn: 7 } },
    });
  });

  it('has phases, of which the last one that has a height counts', () => {
    const scenario = readScenario(
      written('name: x\nphases: [{from: 10, rate: 1}, {from: 20, to: 30, shares: {burn: 9}}]'),
    );
    expect(phaseAt(scenario, 9).rate).toBe(EVERYDAY.rate);
    expect(phaseAt(scenario, 15).rate).toBe(1);
    expect(phaseAt(scenario, 20).shares).toEqual({ ...EVERYDAY.shares, burn: 9 });
    expect(phaseAt(scenario, 31).rate).toBe(1);
  });

  it.each(['contest-day', 'audit-life'])('is among the examples: %s', (name) => {
    expect(readScenario(example(name)).name).toBe(name.replace('-', ' '));
  });

  it.each([
    ['rate: 3', 'name in', 'is missing, but must be a text'],
    ['name: x\nrate: fast', 'rate in', 'is "fast", but must be a number from 0 to 10000'],
    ['name: x\nrate: -1', 'rate in', 'is -1'],
    ['name: x\nteams: 2.5', 'teams in', 'is 2.5, but must be a whole number from 1 to 1000'],
    ['name: x\nteams: 0', 'teams in', 'is 0'],
    ['name: x\nwallets: 1', 'wallets in', 'is 1, but must be a number from 2'],
    ['name: x\naudit: maybe', 'audit in', 'is "maybe", but must be true or false'],
    ['name: x\nteems: 3', 'teems in', 'is 3, but must be called teams'],
    ['name: x\nzzz: 3', 'zzz in', 'must be left out'],
    ['name: x\ncontracts: [irc2, irc4]', 'contracts[1] in', 'is "irc4", but must be one of irc2, irc3'],
    ['name: x\ncontracts: []', 'contracts in', 'is []'],
    ['name: x\ncontracts: irc2', 'contracts in', 'must be a list'],
    ['name: x\nshares: { burns: 1 }', 'shares.burns in', 'must be called burn'],
    ['name: x\nshares: { burn: -1 }', 'shares.burn in', 'is -1'],
    [
      'name: x\nshares: {transfer: 0, message: 0, contract: 0, stake: 0, burn: 0, deploy: 0, update: 0, failure: 0, governance: 0}',
      'shares in',
      'at least one above 0',
    ],
    ['name: x\nphases: [{to: 5}]', 'phases[0].from in', 'is missing'],
    ['name: x\nphases: [{from: 5, to: 4}]', 'phases[0].to in', 'is 4, but must be a number from 5'],
    ['name: x\nphases: [7]', 'phases[0] in', 'is 7, but must be a mapping'],
    ['[]', 'the file in', 'must be a mapping'],
  ])('is refused with field and value: %s', (text, field, reason) => {
    const file = written(text);
    expect(() => readScenario(file)).toThrow(
      expect.objectContaining({
        code: 'LOCALNET_SCENARIO_INVALID',
        message: expect.stringMatching(
          new RegExp(`^${escaped(`${field} ${file} `)}.*${escaped(reason)}`),
        ) as string,
      }),
    );
  });

  it.each([
    ['is not there', join(folder, 'none.yaml')],
    ['is no YAML', join(folder, 'bad.yaml')],
  ])('that %s is told', (_what, file) => {
    expect(() => readScenario(file)).toThrow(
      expect.objectContaining({ code: 'LOCALNET_SCENARIO_UNREADABLE' }),
    );
  });
});

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
