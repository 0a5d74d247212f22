import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { succeeds } from './succeeds.ts';

const run = promisify(execFile);

/** Somebody PostgreSQL's programs can run as. */
export interface RunAs {
  /** Owner of the cluster's files; undefined when that is ourselves. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** Words that come before the command. */
  readonly prefix: readonly string[];
}

export const ourselves: RunAs = { prefix: [] };

/** Another user, by number. */
export function userOf(uid: number, gid: number): RunAs {
  return { owner: { uid, gid }, prefix: [] };
}

/** `nobody` inside a user namespace of its own, which outside is root: so it reaches whatever root owns. */
export async function rootInDisguise(): Promise<RunAs | undefined> {
  const nobody = await findNobody();
  if (nobody === undefined) return undefined;
  const maps = [`--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`];
  return { prefix: ['unshare', '--user', ...maps, '--'] };
}

/** The unprivileged user that Unix systems have. */
export async function findNobody(): Promise<{ uid: number; gid: number } | undefined> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const entry = /^nobody:[^:]*:(\d+):(\d+):/m.exec(users);
  return entry === null ? undefined : { uid: Number(entry[1]), gid: Number(entry[2]) };
}

export interface Command {
  readonly file: string;
  readonly args: string[];
  readonly options: { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv };
}

/** What `spawn` takes to run a command as somebody. Nothing of our own environment goes with it: that may hold secrets. */
export function commandAs({ owner, prefix }: RunAs, words: readonly string[], libraries?: string): Command {
  const [file = '', ...args] = [...prefix, ...words];
  const env = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/run/current-system/sw/bin',
    LC_ALL: 'C',
    ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
  };
  return { file, args, options: { ...owner, cwd: '/', env } };
}

/** Runs a short command to its end; the text of standard output. Rejects when it fails. */
export async function runAs(as: RunAs, words: readonly string[], libraries?: string): Promise<string> {
  const { file, args, options } = commandAs(as, words, libraries);
  return (await run(file, args, options)).stdout;
}

/** Whether a command runs and ends well. */
export async function works(as: RunAs, words: readonly string[], libraries?: string): Promise<boolean> {
  return succeeds(runAs(as, words, libraries));
}

/** What a failed command said last. */
export function reasonOf(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return said === '' ? String(error) : said.split('\n').slice(-6).join('\n');
}
