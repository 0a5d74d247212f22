import type { ServerEvent } from '@madang/http';
import type { SettingMap, SettingsDefinition, Values } from '@madang/config';
import type { Queryable } from '@madang/pg';
import type { Logger } from '@madang/telemetry';
import type { z } from 'zod';
import type { Page } from '../pages/page.ts';
import type { Localized } from '../localized.ts';
import type { EventBus } from '../host/event-bus.ts';

/** What every loader may use. It has no request: an answer depends on its input and the database alone. */
export interface AnswerContext {
  readonly sql: Queryable;
  readonly events: EventBus;
  readonly log: Logger;
  settings<M extends SettingMap>(definition: SettingsDefinition<M>): Values<M>;
}

/**
 * What an answer depends on. From it come ETag and 304 (before anything is loaded) and the caching in front.
 * `sealed`: on its input alone, for ever. A function: on what it returns, such as the indexed height.
 * `volatile`: on the moment; never cached.
 */
export type Version<I> = 'sealed' | 'volatile' | ((context: AnswerContext, input: I) => Promise<string>);

type Input<P extends z.ZodObject, Q extends z.ZodObject> = z.output<P> & z.output<Q>;

export interface Described {
  /** Unique over all systems' answers; the name of the call in generated clients. */
  readonly operationId: string;
  /** Below `/api/<system>/v1`, parameters as `:name`. */
  readonly path: `/${string}`;
  /** One sentence for the API page; the English one also stands in the OpenAPI document. */
  readonly summary: Localized;
}

/** One question, asked by a program (JSON, CSV, JSON Lines) or by a person (a page). */
export interface Answer extends Described {
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly reply: z.ZodType;
  readonly version: Version<Record<string, unknown>>;
  load(context: AnswerContext, input: Record<string, unknown>): Promise<unknown>;
  readonly page: Page | null;
  /** Set for a list: how to read it piece by piece. */
  readonly list: ListSource | null;
}

export interface ListSource {
  readonly item: z.ZodObject;
  /** Text that binds a cursor to this list and these filters. */
  scope(input: Record<string, unknown>): string;
  rows(
    context: AnswerContext,
    input: Record<string, unknown>,
    piece: Piece<CursorKey>,
  ): Promise<readonly Item[]>;
  keyOf(item: Item): CursorKey;
  /** What the key in a cursor must be. */
  readonly key: z.ZodType<CursorKey>;
  /** How many items a piece has unless told. */
  readonly usual: number;
}

export type Item = Readonly<Record<string, unknown>>;
/** Where a list goes on: the sort key of the last item seen. */
export type CursorKey = readonly (string | number)[];

export interface Piece<K> {
  /** Key of the item before the first one wanted; null = from the start. */
  readonly after: K | null;
  readonly limit: number;
}

/** A stream of server-sent events. */
export interface Live extends Described {
  readonly events: Readonly<Record<string, z.ZodType>>;
  open(
    context: AnswerContext,
    stream: { readonly lastEventId: string | null; readonly signal: AbortSignal },
  ): AsyncIterable<ServerEvent>;
}

export interface AnswerDefinition<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  R extends z.ZodType,
> extends Described {
  readonly params?: P;
  readonly query?: Q;
  readonly reply: R;
  readonly version: Version<Input<P, Q>>;
  load(context: AnswerContext, input: Input<P, Q>): Promise<z.output<R>>;
  readonly page?: Page<z.output<R>, Input<P, Q>>;
}

export interface ListDefinition<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  I extends z.ZodObject,
  K extends CursorKey,
> extends Described {
  readonly params?: P;
  readonly query?: Q;
  readonly item: I;
  readonly version: Version<Input<P, Q>>;
  /** At most `limit` items after `after`, in the list's order, by an index: never by counting past the ones before. */
  rows(
    context: AnswerContext,
    input: Input<P, Q>,
    piece: Piece<Readonly<K>>,
  ): Promise<readonly z.output<I>[]>;
  /** The sort key: values that tell an item's place from every other's. */
  keyOf(item: z.output<I>): Readonly<K>;
  /** Schema of the key. Cursors are not signed: what somebody made up is refused by it before the list sees it. */
  readonly key: z.ZodType<K>;
  /** How many items a piece has unless told; for a list that is known to be short, all of them. */
  readonly usual?: number;
  readonly page?: Page<ListReply<z.output<I>>, Input<P, Q> & { readonly limit: number }>;
}

export interface ListReply<I> {
  readonly items: readonly I[];
  /** Cursor of the next piece, or null at the end. */
  readonly next: string | null;
}
