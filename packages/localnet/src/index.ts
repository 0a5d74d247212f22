export { cannotListen, recordingCorrupt, recordingEmpty, recordingMissing, replaySetting } from './errors.ts';
export type { Fault, Faults } from './faults.ts';
export { loadRecording, RECORDINGS } from './recording.ts';
export type { Recording } from './recording.ts';
export { startReplay } from './replay.ts';
export type { Replay, ReplaySettings } from './replay.ts';
export { localnetRole } from './localnet-role.ts';
export type { NodeSettings } from './localnet-role.ts';
export { localnetSettings } from './settings.ts';
