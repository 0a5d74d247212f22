import type { DecodedRequest, FilterRequest, StreamKind } from './decode.ts';
import { BadFilter, compileFilter, type LogFilter } from './filter.ts';
import { badBlockFilter, badEventFilter, belowGenesis, nullBlockFilter } from './refusals.ts';

/** What a client wants to be told. */
export interface StreamRequest {
  readonly kind: StreamKind;
  /** The first height to be told; it may be one that is still to come. */
  readonly height: number;
  readonly filters: readonly LogFilter[];
  /** Whether the logs themselves are wanted beside their places. */
  readonly logs: boolean;
  /** Heights between two notices of progress; 0 for none. */
  readonly progressInterval: number;
}

/** Makes sense of a request or refuses it, in the node's order: filters first, then the height. */
export function checkRequest(kind: StreamKind, request: DecodedRequest): StreamRequest {
  const filters = kind === 'block' ? blockFilters(request) : eventFilters(request);
  const { height, logs, progressInterval } = request;
  if (height < 0n) throw belowGenesis(height);
  // Beyond 2^53 heights lose digits, but none of them will ever come.
  return { kind, height: Number(height), filters, logs, progressInterval: Number(progressInterval) };
}

function blockFilters({ eventFilters }: DecodedRequest): LogFilter[] {
  return eventFilters.map((filter, index) => {
    if (filter === null) throw nullBlockFilter(index);
    return compiled(filter, (reason) => badBlockFilter(index, reason));
  });
}

function eventFilters({ own, eventFilters }: DecodedRequest): LogFilter[] {
  if (eventFilters.length > 0 && own.event !== '') throw badEventFilter();
  const filters = eventFilters.length > 0 ? eventFilters : [own];
  return filters.map((filter) => {
    if (filter === null) throw badEventFilter();
    return compiled(filter, badEventFilter);
  });
}

function compiled(filter: FilterRequest, refusal: (reason: string) => Error): LogFilter {
  try {
    return compileFilter(filter);
  } catch (error) {
    throw error instanceof BadFilter ? refusal(error.message) : error;
  }
}
