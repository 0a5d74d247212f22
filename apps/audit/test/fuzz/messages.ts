import type { InputFile } from '../../src/domain/package/package.ts';
import type { Fault } from './judge.ts';

/** To the thread that judges, one at a time. */
export interface Task {
  readonly files: readonly InputFile[];
  readonly turn: number;
}

/** From it, once at the start and once for each task. */
export type Verdict = { readonly ready: true } | { readonly faults: readonly Fault[] };
