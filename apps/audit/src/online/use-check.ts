import { useLocale } from '@madang/web';
import { postEvents } from '@madang/web/islands';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from './check-failure.tsx';
import type { CheckProgress } from './check.schema.ts';

/** Where a contract is handed in. */
export interface CheckPlace {
  readonly api: string;
  /** Bytes that are taken. */
  readonly limit: number;
  /** Why what was handed in before was not checked. */
  readonly failure: Failure | null;
}

export type CheckState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly name: string; readonly progress: CheckProgress }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly html: string };

export interface Check {
  readonly state: CheckState;
  start(file: File): void;
  /** Leaves a check that is under way, or its report. */
  stop(): void;
}

/** One check after another, in the browser. */
export function useCheck({ api, limit, failure }: CheckPlace): Check {
  const { lang } = useLocale();
  const [state, setState] = useState<CheckState>(failure === null ? IDLE : { kind: 'failed', failure });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);
  const fail = (why: Failure) => setState({ kind: 'failed', failure: why });
  const stop = () => {
    running.current?.abort();
    setState(IDLE);
  };
  const start = (file: File) => {
    // Told here: a server that refuses does not read to the end, and a browser then says only that the connection broke.
    if (file.size > limit) {
      fail({ code: 'HTTP_TOO_LARGE', message: file.name });
      return;
    }
    const abort = new AbortController();
    running.current = abort;
    setState({ kind: 'running', name: file.name, progress: { step: 'reading', done: 0, total: 0 } });
    const query = new URLSearchParams({ html: 'yes', language: lang, name: file.name.slice(0, 200) });
    void postEvents(`${api}?${query.toString()}`, file, {
      signal: abort.signal,
      on: {
        progress: (progress) =>
          setState({ kind: 'running', name: file.name, progress: progress as CheckProgress }),
        report: (report) => setState({ kind: 'done', html: (report as { readonly html: string }).html }),
      },
      failed: fail,
    });
  };
  return { state, start, stop };
}

const IDLE: CheckState = { kind: 'idle' };
