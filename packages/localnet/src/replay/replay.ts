import { replaySetting } from '../errors.ts';
import type { Faults } from '../node/faults/answers.ts';
import type { StreamFaults } from '../node/faults/streams.ts';
import { methodsOf } from './methods.ts';
import { loadRecording, type Recording } from './recording.ts';
import { createRelease } from './release.ts';
import { serveNode } from '../node/server.ts';
import { createConversations } from '../node/streams/conversation.ts';
import { createStreamServer } from '../node/streams/server.ts';
import { createView } from './view.ts';

/** Settings of a replay; only the recording is needed. */
export interface ReplaySettings {
  /** Folder of the recording, or a recording that is loaded already. */
  readonly recording: string | URL | Recording;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Blocks released per second. Without it all are there at once, or those up to `startHeight` until `release` is called. */
  readonly blocksPerSecond?: number;
  /** The newest height at the beginning. Default 0 with a pace, otherwise the last. */
  readonly startHeight?: number;
  /** What goes wrong with answers, for tests of clients. */
  readonly faults?: Faults;
  /** What goes wrong with messages of streams, for the same. */
  readonly streamFaults?: StreamFaults;
  readonly log?: { info(fields: object, message: string): void };
}

/** A recording being served as a node. */
export interface Replay {
  /** `http://127.0.0.1:9080/api/v3`. */
  readonly url: string;
  /** The height of the recording's last block. */
  readonly lastHeight: number;
  /** The newest height that is released. */
  readonly height: () => number;
  /** Releases everything up to a height. Heights never go back. */
  readonly release: (height: number) => void;
  /** Stops listening and closes the connections. */
  readonly stop: () => Promise<void>;
}

/**
 * Serves a recorded chain with the conventions of a real goloop node. Blocks keep the times of their recording.
 *
 * ```ts
 * const replay = await startReplay({ recording: RECORDINGS.chain, blocksPerSecond: 5 });
 * const node = createNodeClient({ url: replay.url });
 * ```
 */
export async function startReplay(settings: ReplaySettings): Promise<Replay> {
  const { host = '127.0.0.1', port = 0, blocksPerSecond, startHeight, faults, streamFaults, log } = settings;
  checkPace(blocksPerSecond, startHeight);
  const recording = await recordingOf(settings.recording);
  const last = recording.chain.blocks.length - 1;
  const start = startHeight ?? (blocksPerSecond === undefined ? last : 0);
  const release = createRelease({ last, start, blocksPerSecond });
  const { channel } = recording.state.network;
  const view = createView(recording, release);
  const converse = createConversations(view);
  const streams = createStreamServer({ channel, converse, faults: streamFaults });
  const server = await serveNode({ host, port, channel, methods: methodsOf(view), streams, faults });
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${server.port}/api/v3`;
  log?.info({ url, lastHeight: last, blocksPerSecond }, 'replaying a recorded chain');
  return { url, lastHeight: last, height: release.height, release: release.to, stop: server.stop };
}

function recordingOf(given: ReplaySettings['recording']): Recording | Promise<Recording> {
  return typeof given === 'string' || given instanceof URL ? loadRecording(given) : given;
}

function checkPace(blocksPerSecond: number | undefined, startHeight: number | undefined): void {
  if (blocksPerSecond !== undefined && !(blocksPerSecond > 0 && Number.isFinite(blocksPerSecond))) {
    throw replaySetting({ name: 'blocksPerSecond', value: blocksPerSecond, expected: 'a number above 0' });
  }
  if (startHeight !== undefined && !(Number.isSafeInteger(startHeight) && startHeight >= 0)) {
    throw replaySetting({ name: 'startHeight', value: startHeight, expected: 'a height (0, 1, 2, …)' });
  }
}
