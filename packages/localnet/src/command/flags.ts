import { raise } from '@madang/errors';
import { flagUsage } from '../errors.ts';
import type { LocalnetSettings } from '../live/start-localnet.ts';
import { parseTroubles, type Trouble } from '../node/faults/trouble.ts';
import { readScenario } from '../traffic/read-scenario.ts';
import { EVERYDAY, withRate, type Scenario } from '../traffic/scenario.ts';

/** Flags with a value, each with its sentence. */
export const FLAGS = {
  port: 'Port on the loopback; 0 for any free one. 9080 unless given.',
  seed: 'Makes the keys, and all that is made up. The scenario\'s, or "madang", unless given.',
  nid: 'Network id. 3 unless given.',
  interval: 'Milliseconds between blocks. 2000 unless given.',
  rate: 'Transactions per second that come by themselves. None unless a scenario says so.',
  scenario: 'YAML file that says what happens by itself.',
  'genesis-time':
    'Time of the genesis (2026-01-01T00:00:00Z): block times are counted from it, and two runs are the same.',
  folder: 'Where the chain is kept. By its terms, a folder of its own among the data, unless given.',
  keys: 'Names of wallets, with commas between: prints addresses and private keys, and ends.',
} as const;

/** Flags that may be given several times. */
export const LIST_FLAGS = {
  fault: 'What is to go wrong: 429:0.2, slow:500, behind:5, stuck and more; see the package.',
} as const;

/** Flags that stand alone. */
export const SWITCHES = {
  'on-demand': 'Blocks are made when somebody sends something, and not by time.',
  audit: 'Contracts wait for an auditor.',
  control: 'Faults can be changed by programs of this machine, at /control/faults.',
} as const;

type FlagName = keyof typeof FLAGS | keyof typeof LIST_FLAGS | keyof typeof SWITCHES;

/** What a command line asks for. */
export interface Asked {
  readonly settings: Omit<LocalnetSettings, 'folder'>;
  /** Null for the one that belongs to the terms. */
  readonly folder: string | null;
  readonly troubles: readonly Trouble[];
  /** Names of wallets whose keys are to be printed. */
  readonly keys: readonly string[];
}

/** Milliseconds between blocks at most: transactions that are dated by the block before have to be young enough. */
const MOST_INTERVAL = 200_000;

/** @throws LOCALNET_FLAG_USAGE, LOCALNET_FAULT_USAGE, and for a scenario what `readScenario` throws */
export function readFlags(flags: ReadonlyMap<string, string>): Asked {
  const given = (name: FlagName): string | undefined => flags.get(name);
  const number = (name: FlagName, least: number, most: number): number | undefined => {
    const text = given(name);
    if (text === undefined) return undefined;
    const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most && (name === 'rate' || Number.isInteger(value))) return value;
    throw flagUsage({ flag: name, value: text, expected: `a number from ${least} to ${most}` });
  };
  const scenario = scenarioOf(given('scenario'), number('rate', 0, 10_000));
  const fault = given('fault');
  return {
    settings: {
      port: number('port', 0, 65_535) ?? 9080,
      seed: given('seed') ?? scenario?.seed ?? 'madang',
      nid: number('nid', 1, 2 ** 31) ?? 3,
      intervalMs: number('interval', 20, MOST_INTERVAL) ?? 2_000,
      ...genesisTimeOf(given('genesis-time')),
      ...(scenario !== undefined && { scenario }),
      auditEnabled: flags.has('audit') || scenario?.audit === true,
      asSent: flags.has('on-demand'),
      control: flags.has('control'),
    },
    folder: given('folder') ?? null,
    troubles: fault === undefined ? [] : parseTroubles(fault),
    keys:
      given('keys')
        ?.split(',')
        .map((name) => name.trim()) ?? [],
  };
}

/** A rate on the command line holds throughout; 0 is for nothing at all. */
function scenarioOf(file: string | undefined, rate: number | undefined): Scenario | undefined {
  if (rate === 0) return undefined;
  if (file === undefined) return rate === undefined ? undefined : { ...EVERYDAY, rate };
  const scenario = readScenario(file);
  return rate === undefined ? scenario : withRate(scenario, rate);
}

function genesisTimeOf(text: string | undefined): { genesisTime?: bigint } {
  if (text === undefined) return {};
  const milliseconds = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
  if (milliseconds > 0) return { genesisTime: BigInt(milliseconds) * 1000n };
  return raise(
    flagUsage({ flag: 'genesis-time', value: text, expected: 'a time such as 2026-01-01T00:00:00Z' }),
  );
}
