import { resolve } from 'node:path';
import type { ResolvedSettings, Setting, SettingsDefinition } from '@madang/config';
import { scenarioIn, startLiveRole } from './live/live-role.ts';
import { loadRecording } from './replay/recording.ts';
import { startReplayRole } from './replay/replay-role.ts';
import type { LocalnetContext } from './role-context.ts';
import { localnetSettings } from './settings.ts';

/** The settings that name the node which the house follows: null (a chain of our own), `replay:DIR`, or an address. */
export type NodeSettings = SettingsDefinition<{ readonly node: Setting<string | null> }>;

const REPLAY = 'replay:';

/** Serves a chain as a node when no other one is named: one that is made here, or a recorded one. */
export function localnetRole(nodeSettings: NodeSettings) {
  const nodeOf = (settings: ResolvedSettings): string | null => settings.of(nodeSettings).node;
  return {
    name: 'localnet',
    settings: [localnetSettings] as readonly SettingsDefinition[],
    wanted: (settings: ResolvedSettings) => nodeOf(settings)?.startsWith(REPLAY) ?? true,
    async preflight({ settings }: LocalnetContext) {
      const recording = recordingOf(nodeOf(settings));
      if (recording !== null) await loadRecording(recording);
      else scenarioIn(settings.of(localnetSettings));
    },
    start(context: LocalnetContext) {
      const recording = recordingOf(nodeOf(context.settings));
      return recording === null ? startLiveRole(context) : startReplayRole(context, recording);
    },
  };
}

/** The folder of the recording that a node setting names; null when it names none. */
function recordingOf(node: string | null): string | null {
  return node === null ? null : resolve(node.slice(REPLAY.length));
}
