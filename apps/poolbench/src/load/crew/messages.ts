import { createDurations, type Durations, type PackedDurations } from '../histogram.ts';
import type { Component, LoadResult } from '../load.ts';
import type { WarmedUp } from '../warm-up.ts';
import type { MemberResult, MemberTerms } from './member.ts';

/** To a member. Passwords go this way alone, never by arguments or environment, which others on the machine may read. */
export type ToMember =
  | { readonly type: 'prepare'; readonly terms: MemberTerms }
  | { readonly type: 'run'; readonly at: number }
  | { readonly type: 'stop' }
  | { readonly type: 'end' };

/** From a member. */
export type FromMember =
  | { readonly type: 'ready'; readonly warmedUp: WarmedUp | null }
  | { readonly type: 'done'; readonly done: PackedMemberResult }
  | { readonly type: 'failed'; readonly reason: string };

export type PackedMemberResult = Omit<MemberResult, 'result'> & { readonly result: PackedResult };

/** A result that can be sent. */
export type PackedResult = Omit<LoadResult, 'durations' | 'all' | 'failed'> & {
  readonly durations: Readonly<Record<Component, PackedDurations>>;
  readonly all: PackedDurations;
  readonly failed: PackedDurations;
};

export function packResult(result: LoadResult): PackedResult {
  const { durations, all, failed } = result;
  return {
    ...result,
    durations: eachComponent(durations, (component: Durations) => component.pack()),
    all: all.pack(),
    failed: failed.pack(),
  };
}

export function unpackResult(packed: PackedResult): LoadResult {
  const { durations, all, failed } = packed;
  return {
    ...packed,
    durations: eachComponent(durations, createDurations),
    all: createDurations(all),
    failed: createDurations(failed),
  };
}

function eachComponent<From, To>(
  from: Readonly<Record<Component, From>>,
  change: (one: From) => To,
): Record<Component, To> {
  return {
    schedule_lag: change(from.schedule_lag),
    acquire: change(from.acquire),
    query: change(from.query),
    hold: change(from.hold),
    service: change(from.service),
    response: change(from.response),
  };
}
