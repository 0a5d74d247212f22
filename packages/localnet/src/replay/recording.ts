import { fileURLToPath } from 'node:url';
import { loadChain, type RecordedChain } from './chain.ts';
import { loadState, type RecordedState } from './state.ts';

/** A recorded chain: every block and receipt of a real node, and what it said about state at one height. */
export interface Recording {
  readonly chain: RecordedChain;
  readonly state: RecordedState;
}

/** The recordings that come with this package. */
export const RECORDINGS = {
  /** 1,952 blocks with everything that happens on an ICON chain. */
  chain: new URL('../../recordings/chain/', import.meta.url),
  /** The life cycle of audited contracts. */
  auditChain: new URL('../../recordings/audit-chain/', import.meta.url),
} as const;

/**
 * Reads a recording from a folder with `blocks.ndjson.gz`, `receipts.ndjson.gz` and `state.json`. Throws
 * LOCALNET_RECORDING_MISSING, …_CORRUPT or …_EMPTY, naming the file and line.
 */
export async function loadRecording(recording: string | URL): Promise<Recording> {
  const folder = recording instanceof URL ? fileURLToPath(recording) : recording;
  const [chain, state] = await Promise.all([loadChain(folder), loadState(folder)]);
  return { chain, state };
}
