import { EXIT } from '@madang/errors';
import { join } from 'node:path';
import { wordsUsage } from '../errors.ts';
import { walletOf } from '../chain/keys.ts';
import { chainFolder } from '../live/chain-folder.ts';
import { startLocalnet, termsOf, type Localnet } from '../live/start-localnet.ts';
import { troubleText } from '../node/faults/trouble.ts';
import { FLAGS, LIST_FLAGS, readFlags, SWITCHES, type Asked } from './flags.ts';

interface Context {
  readonly words: readonly string[];
  readonly flags: ReadonlyMap<string, string>;
  readonly dataFolder: string;
  print(line: string): void;
  say(line: string): void;
}

/** `./madang localnet`: a chain on the desk, until Ctrl-C. */
export const localnetVerb = {
  name: 'localnet',
  summary: 'an ICON node for the desk, with a chain of its own, until Ctrl-C',
  examples: [
    'localnet',
    'localnet --port 9080 --seed desk --rate 3',
    'localnet --scenario packages/localnet/scenarios/contest-day.yaml --interval 1000',
    'localnet --on-demand --audit',
    'localnet --fault 429:0.2 --fault slow:500 --control',
    'localnet --seed desk --keys god,alice,team-1',
  ],
  flags: FLAGS,
  lists: LIST_FLAGS,
  switches: SWITCHES,
  async run({ words, flags, dataFolder, print, say }: Context): Promise<number> {
    const [word] = words;
    if (word !== undefined) throw wordsUsage({ word });
    const asked = readFlags(flags);
    if (asked.keys.length > 0) printKeys(asked, print);
    else await serveUntilStopped(asked, { dataFolder, print, say });
    return EXIT.ok;
  },
};

function printKeys({ keys, settings: { seed = '' } }: Asked, print: Context['print']): void {
  for (const name of keys) {
    const { address, privateKey } = walletOf(seed, name);
    print(`${name} ${address} 0x${privateKey.toString('hex')}`);
  }
}

async function serveUntilStopped(
  { settings, folder: named, troubles }: Asked,
  { dataFolder, print, say }: Pick<Context, 'dataFolder' | 'print' | 'say'>,
): Promise<void> {
  const { genesisTime, scenario, seed = '' } = settings;
  const terms = termsOf(settings);
  const folder = named ?? chainFolder(join(dataFolder, 'localnet'), { terms, genesisTime, scenario });
  const stopped = stopSignal();
  const net = await startLocalnet({ ...settings, folder });
  net.troubles.add(troubles);
  print(net.url);
  for (const line of [...linesAbout(net, folder, seed), ...troubles.map(troubleText).map(wrong)]) say(line);
  await stopped;
  await net.stop();
  say(`Stopped at height ${net.chain.height()}. The same command goes on there.`);
}

const wrong = (text: string): string => `Fault: ${text}`;

function linesAbout({ url, chain, god }: Localnet, folder: string, seed: string): string[] {
  return [
    `A chain is at ${url}, network id ${chain.terms.nid}, height ${chain.height()}; it is kept in ${folder}.`,
    `God has all coins at the beginning, and governs: ${god.address}.`,
    `Keys of wallets, for the desk only: ./madang localnet --seed ${JSON.stringify(seed)} --keys god,alice,bob`,
    'Ctrl-C stops it.',
  ];
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
