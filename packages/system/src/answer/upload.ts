import type { HandedIn } from '@madang/http';
import type { Frame, Lang } from '@madang/web';
import type { VNode } from 'preact';
import { z } from 'zod';
import type { Localized } from '../localized.ts';
import type { AnswerContext, Described } from './answer.ts';
import { checkDeclaration } from './declaration.ts';

/** Nothing but its query tells it what to do. */
export const NO_PARAMS = z.strictObject({});

/** What there is beside the input of a question about a file. */
export interface UploadWork<P = unknown> {
  readonly file: HandedIn;
  /** The address that asks; what proxies say of it counts where they are trusted (`--trusted-proxies`). */
  readonly from: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Tells how far it is to somebody who follows. The first call opens the stream: what fails before is an answer of its own. */
  progress(data: P): void;
}

/**
 * A question about a file that is handed in with it, by POST. It changes nothing and keeps nothing. Asked for `text/event-stream`, it
 * tells its progress and ends with the reply as the last event.
 */
export interface Upload extends Described {
  readonly query: z.ZodObject;
  /** Bytes that may be handed in. */
  readonly limit: number;
  /** What is taken, for the document and the page of the API. */
  readonly takes: Localized;
  readonly progress: z.ZodType;
  readonly reply: z.ZodType;
  /** Name of the last event. */
  readonly replyEvent: string;
  /** Whether there is an answer without a file: of a sample, say. */
  needsFile(input: Record<string, unknown>): boolean;
  answer(context: AnswerContext, input: Record<string, unknown>, work: UploadWork): Promise<unknown>;
  readonly page: UploadPage | null;
}

/** What the page of an upload is drawn from. */
export interface UploadDrawing<R> {
  /** Null before anything is handed in, and where it failed. */
  readonly reply: R | null;
  /** What kept it from an answer, where it was the asker's to mend. */
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly frame: Frame;
  /** Address to which programs hand in. */
  readonly api: string;
}

/** A page with a form that posts to itself and answers with what it draws: it works without scripts. */
export interface UploadPage<R = unknown> {
  /** Below `/<system>`. */
  readonly path: `/${string}`;
  /** What the page asks for beside what stands in its address. */
  asks(lang: Lang): Readonly<Record<string, string>>;
  title(lang: Lang, reply: R | null): string;
  draw(drawing: UploadDrawing<R>): VNode;
}

export interface UploadDefinition<
  Q extends z.ZodObject,
  P extends z.ZodType,
  R extends z.ZodType,
> extends Described {
  readonly query: Q;
  readonly limit: number;
  readonly takes: Localized;
  readonly progress: P;
  readonly reply: R;
  readonly replyEvent: string;
  needsFile(input: z.output<Q>): boolean;
  answer(context: AnswerContext, input: z.output<Q>, work: UploadWork<z.output<P>>): Promise<z.output<R>>;
  readonly page?: UploadPage<z.output<R>>;
}

/**
 * Declares a question about a file.
 *
 * @throws TypeError when the declaration contradicts itself.
 */
export function defineUpload<Q extends z.ZodObject, P extends z.ZodType, R extends z.ZodType>(
  definition: UploadDefinition<Q, P, R>,
): Upload {
  // Checked where it is written; from here on inputs have been validated by the very schemas it names.
  const { page = null, ...described } = definition as unknown as Erased;
  checkDeclaration({ ...described, params: NO_PARAMS, page });
  return { ...described, page };
}

type Erased = Omit<Upload, 'page'> & Partial<Pick<Upload, 'page'>>;
