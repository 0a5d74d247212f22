import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { raise } from '@madang/errors';
import { isObject } from '@madang/icon';
import type { ChainTerms } from '../chain/genesis.ts';
import { folderOfAnother } from '../errors.ts';
import type { Scenario } from '../traffic/scenario.ts';

/** What a chain cannot change once it has begun. */
export interface KeptTerms {
  readonly terms: ChainTerms;
  readonly genesisTime: bigint | undefined;
  readonly scenario: Scenario | undefined;
}

/** The terms by name, as they are kept: how much happens may change, who acts may not. */
export function termsByName({ terms, genesisTime, scenario }: KeptTerms): Readonly<Record<string, string>> {
  const { seed, nid, interval, auditEnabled } = terms;
  const actors = scenario && [
    ...[scenario.name, scenario.teams, scenario.wallets, scenario.joinBlocks],
    ...scenario.contracts,
  ];
  return {
    ...{ seed, 'network id': String(nid), interval: `${interval / 1000n} ms`, audit: String(auditEnabled) },
    'genesis time': genesisTime === undefined ? 'the clock' : String(genesisTime),
    traffic: actors === undefined ? 'none' : actors.join(' '),
  };
}

/** Keeps the terms of a new chain beside it, and compares those of one that goes on. @throws LOCALNET_FOLDER_OF_ANOTHER */
export function keepTerms(folder: string, kept: KeptTerms): void {
  const file = join(folder, 'terms.json');
  const now = termsByName(kept);
  const before = read(file);
  if (before === null) {
    writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
    return;
  }
  for (const [name, value] of Object.entries(now))
    if (before[name] !== value) raise(folderOfAnother({ folder, name, before: before[name], now: value }));
}

function read(file: string): Readonly<Record<string, unknown>> | null {
  try {
    const json = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    return isObject(json) ? json : null;
  } catch {
    return null;
  }
}
