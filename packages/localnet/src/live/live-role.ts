import { join } from 'node:path';
import type { Values } from '@madang/config';
import type { LocalnetContext } from '../role-context.ts';
import { localnetSettings } from '../settings.ts';
import { readScenario } from '../traffic/read-scenario.ts';
import { EVERYDAY, withRate, type Scenario } from '../traffic/scenario.ts';
import { chainFolder } from './chain-folder.ts';
import { startLocalnet, termsOf } from './start-localnet.ts';

/** Blocks that a new chain begins with, so that there is something to look at. */
const PAST = 120;

/** What happens by itself under these settings. @throws LOCALNET_SCENARIO_UNREADABLE, LOCALNET_SCENARIO_INVALID */
export function scenarioIn({
  scenario: file,
  rate,
}: Pick<Values<typeof localnetSettings.settings>, 'scenario' | 'rate'>): Scenario | undefined {
  if (rate === 0) return undefined;
  const scenario = file === null ? EVERYDAY : readScenario(file);
  return rate === null ? scenario : withRate(scenario, rate);
}

/** Serves a chain that is made here, and goes on where it was. */
export async function startLiveRole({ settings, log, dataFolder, progress }: LocalnetContext) {
  const { port, seed, interval: intervalMs, ...own } = settings.of(localnetSettings);
  const scenario = scenarioIn(own);
  const auditEnabled = scenario?.audit ?? false;
  const terms = termsOf({ seed, intervalMs, auditEnabled });
  const folder = chainFolder(join(dataFolder, 'localnet'), { terms, genesisTime: undefined, scenario });
  progress('making the chain');
  const net = await startLocalnet({
    ...{ folder, port, seed, intervalMs, auditEnabled, past: PAST },
    ...(scenario !== undefined && { scenario }),
  });
  log.info({ url: net.url, height: net.chain.height(), folder }, 'making a chain');
  return {
    provides: { node: net.url },
    says: `a chain of our own at ${net.url}`,
    ready: () => Promise.resolve(null),
    stop: net.stop,
  };
}
