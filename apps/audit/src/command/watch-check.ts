import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { stat } from 'node:fs/promises';
import { CodedError, explain } from '@madang/errors';
import type { VerbContext } from '@madang/system';
import type { FormatOptions } from '../output/format.ts';
import { nothingThere } from '../reading/errors.ts';
import type { CheckFlags } from './check-flags.ts';
import { notWatched } from './errors.ts';

/** Stopped by a signal, as shells tell it (128 + SIGINT). */
const EXIT_INTERRUPTED = 130;

/** An editor that saves touches a file several times. */
const QUIET_MS = 120;

/** Checks now, and again whenever something changes, until it is interrupted. A check that fails is told and waited out. */
export async function watchCheck(
  { path }: CheckFlags,
  { say, options: { language } }: Pick<VerbContext, 'say'> & { readonly options: FormatOptions },
  check: () => Promise<number>,
): Promise<number> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const changes = await changesOf(path, stopping.signal);
  do {
    clearScreen();
    await check().catch((error: unknown) => {
      if (!(error instanceof CodedError)) throw error;
      say(explain(error));
    });
    say(WAITING[language]);
  } while (await changes());
  return EXIT_INTERRUPTED;
}

const WAITING = {
  en: 'Waiting for a change; Ctrl-C ends it.',
  ko: '바뀌기를 기다립니다. Ctrl-C로 끝냅니다.',
};

/** Only of a terminal: a file or pipe keeps all that was told. */
function clearScreen(): void {
  if (process.stdout.isTTY) process.stdout.write('\u001b[2J\u001b[3J\u001b[H');
}

/** Waits for the next change that an audit would see, and until it is quiet; false when it is interrupted. */
async function changesOf(path: string, signal: AbortSignal): Promise<() => Promise<boolean>> {
  const there = await stat(path).catch(() => undefined);
  if (there === undefined) throw nothingThere({ path });
  const isFolder = there.isDirectory();
  let changed = false;
  let wake: () => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  let failure: Error | undefined;
  const notice = (_event: string, file: string | null) => {
    if (file !== null && !(isFolder ? isRead(file) : file === basename(path))) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed = true;
      wake();
    }, QUIET_MS);
  };
  // A file that is replaced is another one for the system: its folder is watched.
  watch(isFolder ? path : dirname(path), { recursive: isFolder, signal }, notice).on('error', (error) => {
    failure = error;
    wake();
  });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    wake();
  });
  return async () => {
    if (!changed && !signal.aborted && failure === undefined)
      await new Promise<void>((resolve) => (wake = resolve));
    if (failure !== undefined) throw notWatched({ path, why: failure.message }, failure);
    changed = false;
    return !signal.aborted;
  };
}

const isRead = (file: string): boolean => /(?:\.py|package\.json|madang-audit\.yaml)$/.test(file);
