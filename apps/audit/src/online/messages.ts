import type { CodedError } from '@madang/errors';
import type { CheckProgress } from './check.schema.ts';

/** What the thread is to check, and how to tell it. */
export interface CheckJob {
  /** Empty for the sample. */
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly isSample: boolean;
  readonly language: 'ko' | 'en';
  /** Whether the report is drawn, too. */
  readonly html: boolean;
}

/** `json` as `--format json` prints it, and the same as a part of a page. */
export interface DrawnReport {
  readonly json: string;
  readonly html: string | undefined;
}

/** What the thread tells: how far it is, and in the end the report or why there is none. */
export type FromThread =
  | { readonly kind: 'progress'; readonly progress: CheckProgress }
  | (DrawnReport & { readonly kind: 'report' })
  | {
      readonly kind: 'refused';
      readonly error: Pick<CodedError, 'code' | 'status' | 'retry' | 'message' | 'details'>;
    };
