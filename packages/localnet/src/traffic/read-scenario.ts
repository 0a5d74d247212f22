import { configFileUnreadable, near, readYaml } from '@madang/config';
import { isObject, type JsonObject } from '@madang/icon';
import { scenarioInvalid, scenarioUnreadable } from '../errors.ts';
import {
  ACTION_KINDS,
  CONTRACT_KINDS,
  EVERYDAY,
  type ContractKind,
  type Phase,
  type Scenario,
  type Shares,
} from './scenario.ts';

/** Transactions per second, wallets, teams and heights, at most. */
const MOST_RATE = 10_000;
const MOST_WALLETS = 5_000;
const MOST_TEAMS = 1_000;
const MOST_HEIGHT = 1_000_000_000;

/**
 * Reads a scenario from a YAML file. Only `name` has to be there: what is not said is as in everyday life.
 *
 * @throws LOCALNET_SCENARIO_UNREADABLE, LOCALNET_SCENARIO_INVALID
 */
export function readScenario(file: string): Scenario {
  return scenarioOf(yamlOf(file), file);
}

function yamlOf(file: string): unknown {
  try {
    return readYaml(file);
  } catch (error) {
    if (!configFileUnreadable.is(error)) throw error;
    const { cause } = error;
    throw scenarioUnreadable({ file, reason: cause instanceof Error ? cause.message : '' }, cause);
  }
}

/** Makes sense of what a scenario file says. @throws LOCALNET_SCENARIO_INVALID naming the field and the value */
export function scenarioOf(document: unknown, file: string): Scenario {
  const top = createReader(file, '', document, [
    ...['name', 'seed', 'rate', 'teams', 'wallets', 'joinBlocks', 'contracts', 'audit', 'shares', 'phases'],
  ]);
  const shares = sharesIn(top, EVERYDAY.shares);
  return {
    name: top.text('name'),
    ...(top.has('seed') && { seed: top.text('seed') }),
    rate: top.number('rate', 0, MOST_RATE, EVERYDAY.rate),
    teams: top.integer('teams', 1, MOST_TEAMS, EVERYDAY.teams),
    wallets: top.integer('wallets', 2, MOST_WALLETS, EVERYDAY.wallets),
    joinBlocks: top.integer('joinBlocks', 1, MOST_HEIGHT, EVERYDAY.joinBlocks),
    contracts: contractsIn(top),
    audit: top.flag('audit', EVERYDAY.audit),
    shares,
    phases: top
      .list('phases')
      .map((phase, index) => phaseOf(createReader(file, `phases[${index}]`, phase, PHASE_FIELDS), shares)),
  };
}

const PHASE_FIELDS = ['from', 'to', 'rate', 'shares'];

function phaseOf(reader: Reader, shares: Shares): Phase {
  const from = reader.integer('from', 0, MOST_HEIGHT);
  return {
    from,
    to: reader.has('to') ? reader.integer('to', from, MOST_HEIGHT) : null,
    ...(reader.has('rate') && { rate: reader.number('rate', 0, MOST_RATE) }),
    ...(reader.has('shares') && { shares: sharesIn(reader, shares) }),
  };
}

/** Kinds that are not named keep their share. */
function sharesIn(reader: Reader, others: Shares): Shares {
  if (!reader.has('shares')) return others;
  const named = reader.inner('shares', ACTION_KINDS);
  const shares = Object.fromEntries(
    ACTION_KINDS.map((kind) => [kind, named.number(kind, 0, 1_000_000, others[kind])]),
  ) as unknown as Shares;
  if (ACTION_KINDS.every((kind) => shares[kind] === 0)) reader.fail('shares', 'at least one above 0');
  return shares;
}

function contractsIn(reader: Reader): readonly ContractKind[] {
  if (!reader.has('contracts')) return EVERYDAY.contracts;
  const kinds = reader.list('contracts').map((kind, index) => {
    const known = CONTRACT_KINDS.find((one) => one === kind);
    return known ?? reader.fail(`contracts[${index}]`, `one of ${CONTRACT_KINDS.join(', ')}`, kind);
  });
  return kinds.length === 0 ? reader.fail('contracts', 'a list with at least one kind') : kinds;
}

/** Reads the fields of a mapping; without a value to fall back on, a field has to be there. */
interface Reader {
  has(field: string): boolean;
  text(field: string): string;
  number(field: string, least: number, most: number, fallback?: number): number;
  integer(field: string, least: number, most: number, fallback?: number): number;
  flag(field: string, fallback: boolean): boolean;
  list(field: string): readonly unknown[];
  inner(field: string, known: readonly string[]): Reader;
  fail(field: string, expected: string, value?: unknown): never;
}

function createReader(file: string, path: string, value: unknown, known: readonly string[]): Reader {
  const nameOf = (field: string): string => (path === '' ? field : `${path}.${field}`);
  const refuse = (field: string, given: unknown, expected: string): never => {
    throw scenarioInvalid({ file, field, value: given, expected });
  };
  if (!isObject(value) || Array.isArray(value))
    return refuse(path === '' ? 'the file' : path, value, 'a mapping');
  const fields: JsonObject = value;
  for (const field of Object.keys(fields)) if (!known.includes(field)) refuseUnknown(field);

  function refuseUnknown(field: string): never {
    const [hint] = near(field, known);
    return refuse(nameOf(field), fields[field], hint === undefined ? 'left out' : `called ${hint}`);
  }
  const fail = (field: string, expected: string, given: unknown = fields[field]): never =>
    refuse(nameOf(field), given, expected);
  const number: Reader['number'] = (field, least, most, fallback) => {
    const given = fields[field] ?? fallback;
    const fits = typeof given === 'number' && given >= least && given <= most;
    return fits ? given : fail(field, `a number from ${least} to ${most}`);
  };
  return {
    ...{ number, fail },
    has: (field) => fields[field] !== undefined,
    text(field) {
      const given = fields[field];
      return typeof given === 'string' && given !== '' ? given : fail(field, 'a text');
    },
    integer(field, least, most, fallback) {
      const given = number(field, least, most, fallback);
      return Number.isInteger(given) ? given : fail(field, `a whole number from ${least} to ${most}`);
    },
    flag(field, fallback) {
      const given = fields[field] ?? fallback;
      return typeof given === 'boolean' ? given : fail(field, 'true or false');
    },
    list(field) {
      const given = fields[field] ?? [];
      return Array.isArray(given) ? (given as unknown[]) : fail(field, 'a list');
    },
    inner: (field, inside) => createReader(file, nameOf(field), fields[field], inside),
  };
}
