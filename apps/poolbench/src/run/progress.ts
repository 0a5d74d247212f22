import type { Plan } from '../plan/plan.ts';
import type { RecordDraft } from '../record/schema/record.schema.ts';
import { scenarioOf } from '../scenario/scenarios.ts';
import type { ScenarioId } from '../scenario/ids.ts';

/** How far a run is. */
export interface Progress {
  readonly line: string;
  /** Share of the planned time that is over, 0 to 1. */
  readonly done: number;
  /** Seconds that are left, by the plan. */
  readonly left: number;
}

/** Follows a run through its plan by the time that each scenario says it takes. */
export interface ProgressTeller {
  enter(id: ScenarioId): void;
  say(line: string): void;
  /** Resolves when all that was written is. */
  stop(): Promise<void>;
}

interface Tellers {
  /** Told of each line, and again while it stays true. */
  readonly onProgress: (progress: Progress) => void;
  /** Puts it into the log, for those who follow that. */
  readonly write: (draft: RecordDraft) => Promise<unknown>;
}

/** A soak says nothing for hours: so often the time that is left is told anew. */
const AGAIN_MS = 3_000;

export function createProgress({ scenarios, terms }: Plan, { onProgress, write }: Tellers): ProgressTeller {
  const secondsOf = (id: ScenarioId): number => scenarioOf(id).seconds(terms);
  const total = scenarios.reduce((sum, id) => sum + secondsOf(id), 0);
  let before = 0;
  let current: { readonly id: ScenarioId; readonly since: number; readonly line: string } | null = null;
  let written: { readonly id: ScenarioId; readonly at: number } | null = null;
  let writing: Promise<unknown> = Promise.resolve();

  const tell = (): void => {
    if (current === null || current.line === '') return;
    const { id, since, line } = current;
    const now = performance.now();
    // A scenario that takes longer than it said stands still at its end, so that the time left never rises.
    const over = before + Math.min(secondsOf(id), (now - since) / 1000);
    const progress = { line, done: total === 0 ? 0 : over / total, left: total - over };
    onProgress(progress);
    if (written?.id === id && now - written.at < AGAIN_MS) return;
    written = { id, at: now };
    const draft = draftOf(id, progress);
    writing = writing.then(() => write(draft));
  };
  const timer = setInterval(tell, AGAIN_MS).unref();
  return {
    enter(id) {
      if (current !== null) before += secondsOf(current.id);
      current = { id, since: performance.now(), line: '' };
    },
    say(line) {
      if (current !== null) current = { ...current, line };
      tell();
    },
    async stop() {
      clearInterval(timer);
      await writing;
    },
  };
}

function draftOf(scenario: ScenarioId, { line, done, left }: Progress): RecordDraft {
  return { type: 'progress', arm: null, scenario, doing: line, done_ratio: done, left_s: left };
}
