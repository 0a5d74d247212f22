import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ResolvedSettings, Setting, SettingsDefinition } from '@madang/config';
import type { Logger } from '@madang/telemetry';
import { keepHeight } from './replay/kept-height.ts';
import { loadRecording, RECORDINGS } from './replay/recording.ts';
import { startReplay } from './replay/replay.ts';
import { localnetSettings } from './settings.ts';

/** The settings that name the node which the house follows: null (our own recording), `replay:DIR`, or an address. */
export type NodeSettings = SettingsDefinition<{ readonly node: Setting<string | null> }>;

interface Context {
  readonly settings: ResolvedSettings;
  readonly log: Logger;
  readonly dataFolder: string;
  progress(line: string): void;
}

const START_AT = 0.6;

/** Serves a recorded chain as a node, when no other node is named. */
export function localnetRole(nodeSettings: NodeSettings) {
  const folderOf = (settings: ResolvedSettings): string | null => recordingOf(settings.of(nodeSettings).node);
  return {
    name: 'localnet',
    settings: [localnetSettings] as readonly SettingsDefinition[],
    wanted: (settings: ResolvedSettings) => folderOf(settings) !== null,
    async preflight({ settings }: Context) {
      const folder = folderOf(settings);
      if (folder !== null) await loadRecording(folder);
    },
    async start({ settings, log, dataFolder, progress }: Context) {
      const folder = folderOf(settings) ?? fileURLToPath(RECORDINGS.chain);
      const { port, blocksPerSecond, startHeight } = settings.of(localnetSettings);
      progress('loading the recording');
      const recording = await loadRecording(folder);
      const last = recording.chain.blocks.length - 1;
      const kept = keepHeight(join(dataFolder, 'localnet', `${nameOf(folder)}.height`));
      const from = Math.min(last, kept.read() ?? startHeight ?? Math.floor(last * START_AT));
      const pace = blocksPerSecond === 0 ? {} : { blocksPerSecond, startHeight: from };
      const replay = await startReplay({ recording, port, log, ...pace });
      const unfollow = kept.follow(replay.height);
      return {
        provides: { node: replay.url },
        says: `a recorded chain of ${last + 1} blocks at ${replay.url}`,
        ready: () => Promise.resolve(null),
        async stop() {
          unfollow();
          await replay.stop();
        },
      };
    },
  };
}

/** The folder of the recording that a node setting names; null when it names a real node. */
function recordingOf(node: string | null): string | null {
  if (node === null) return fileURLToPath(RECORDINGS.chain);
  return node.startsWith('replay:') ? resolve(node.slice('replay:'.length)) : null;
}

// Two recordings may have folders of one name.
function nameOf(path: string): string {
  return `${basename(path)}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`;
}
