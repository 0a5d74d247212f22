import path from 'node:path';
import { readIfPresent } from './files.ts';

/** What a running server says of itself in `postmaster.pid` (src/include/utils/pidfile.h). */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly socketDirectory: string;
  /** The first address it listens on by TCP; empty when there is none. */
  readonly listenAddress: string;
  /** `starting`, `ready`, `stopping`, `standby`; empty when not written yet. */
  readonly status: string;
}

export function pidFileOf(cluster: string): string {
  return path.join(cluster, 'postmaster.pid');
}

/** Reads the file as far as the server has written it; undefined when there is none. */
export async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  const text = await readIfPresent(pidFileOf(cluster));
  if (text === undefined) return undefined;
  const lines = text.split('\n').map((line) => line.trim());
  const [pid = '', , , port = '', socketDirectory = '', listenAddress = '', , status = ''] = lines;
  return { pid: Number(pid), port: Number(port), socketDirectory, listenAddress, status };
}
