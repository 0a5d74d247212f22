import { EXIT } from '@madang/errors';
import { resolve } from 'node:path';
import { createNodeClient } from '@madang/icon/client';
import { recordUsage } from '../errors.ts';
import { recordChain, type RecordProgress } from '../record/record-chain.ts';

interface Context {
  readonly flags: ReadonlyMap<string, string>;
  print(line: string): void;
  say(line: string): void;
}

/** Exit code of a command that was stopped, as shells have it for Ctrl-C. */
const INTERRUPTED = 130;
/** Time between two lines that tell how far it is. */
const TOLD_EACH_MS = 2_000;

/** `./madang localnet record`: a recording of any node, to be replayed. */
export const recordVerb = {
  name: 'localnet record',
  summary: 'writes a recording of any node, which can be replayed; goes on where it was interrupted',
  examples: [
    'localnet record --node http://127.0.0.1:9080/api/v3 --to my-chain',
    'localnet record --node http://127.0.0.1:9080/api/v3 --to beginning --up-to 1000',
    'serve --node replay:my-chain',
  ],
  flags: {
    node: 'Address of the node.',
    to: 'Folder of the recording; it is there when the recording is whole.',
    'up-to': 'Last height; the newest one whose results can be had unless given.',
  },
  async run({ flags, print, say }: Context): Promise<number> {
    const node = createNodeClient({ url: needed(flags, 'node') });
    const to = resolve(needed(flags, 'to'));
    const upTo = heightOf(flags.get('up-to'));
    const stopping = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => stopping.abort(new Error('interrupted')));
    try {
      const { last, transactions } = await recordChain({
        ...{ node, to, signal: stopping.signal, onProgress: createTold(say) },
        ...(upTo !== undefined && { upTo }),
      });
      print(`${last + 1} blocks with ${transactions} transactions in ${to}`);
      return EXIT.ok;
    } catch (error) {
      if (!stopping.signal.aborted) throw error;
      say(`interrupted; the same command goes on from what is in ${to}.part`);
      return INTERRUPTED;
    } finally {
      await node.close();
    }
  },
};

function needed(flags: ReadonlyMap<string, string>, name: 'node' | 'to'): string {
  const value = flags.get(name);
  if (value === undefined || value === '') throw recordUsage({ flag: name, value: value ?? '' });
  return value;
}

function heightOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const height = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(height)) throw recordUsage({ flag: 'up-to', value: text });
  return height;
}

/** Tells now and then how far it is, and how long it still takes at this pace. */
function createTold(say: (line: string) => void): (progress: RecordProgress) => void {
  let [from, since, told] = [-1, 0, 0];
  return ({ height, last }) => {
    const now = performance.now();
    if (from === -1) [from, since] = [height, now];
    if (now - told < TOLD_EACH_MS && height < last) return;
    told = now;
    const pace = (height - from) / ((now - since) / 1000);
    const left = pace > 0 ? `, about ${Math.ceil((last - height) / pace)} s left` : '';
    say(`height ${height} of ${last}${left}`);
  };
}
