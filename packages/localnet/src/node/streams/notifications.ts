import { setImmediate as others } from 'node:timers/promises';
import { formatInteger, parseBlock, parseReceipt, type EventLog } from '@madang/icon';
import type { ChainView } from '../view.ts';
import type { LogFilter } from './filter.ts';
import { messageText } from './message-text.ts';
import type { StreamRequest } from './request.ts';

/**
 * What a stream tells, as message texts: released blocks at once, those to come as they are released, until the signal
 * aborts. The next is worked out when it is asked for, so nothing piles up for a slow reader.
 */
export async function* notifications(
  view: ChainView,
  request: StreamRequest,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const tell = request.kind === 'block' ? tellBlocks(view, request) : tellEvents(view, request);
  for (let height = request.height; ; height += 1) {
    await view.reached(height, signal);
    // A long search for events would otherwise keep everyone else from being heard.
    await others();
    if (signal.aborted) return;
    yield* tell(height);
  }
}

type Teller = (height: number) => Iterable<string>;

/** Every block, with the events that were asked for. */
function tellBlocks(view: ChainView, { filters, logs }: StreamRequest): Teller {
  return function* (height) {
    const results = filters.length === 0 ? [] : sealedLogs(view, height);
    const found = filters.map((filter) => matches(results, [filter]));
    yield messageText({
      hash: blockAt(view, height).hash,
      height: formatInteger(height),
      ...(found.some(({ length }) => length > 0) && {
        indexes: found.map((list) => list.map(({ index }) => index)),
        events: found.map((list) => list.map(({ events }) => events)),
        ...(logs && { logs: found.map((list) => list.map((match) => match.logs)) }),
      }),
    });
  };
}

/** Every transaction with events that were asked for, and notices of progress if wanted. */
function tellEvents(
  view: ChainView,
  { height: start, filters, logs, progressInterval }: StreamRequest,
): Teller {
  let told = start - progressInterval;
  return function* (height) {
    const found = matches(sealedLogs(view, height), filters);
    if (found.length > 0) {
      const block = { hash: blockAt(view, height).hash, height: formatInteger(height) };
      for (const { index, events, logs: texts } of found) {
        yield messageText({ ...block, index, events, ...(logs && { logs: texts }) });
      }
    }
    if (progressInterval > 0 && (found.length > 0 || height - told >= progressInterval)) {
      told = height;
      yield messageText({ progress: formatInteger(height) });
    }
  };
}

/** The events of one transaction that were asked for, as notifications have them. */
interface Match {
  readonly index: string;
  readonly events: readonly string[];
  readonly logs: readonly object[];
}

function matches(results: readonly (readonly EventLog[])[], filters: readonly LogFilter[]): Match[] {
  return results.flatMap((logs, index) => {
    const found = [...logs.entries()].filter(([, log]) => filters.some((wants) => wants(log)));
    if (found.length === 0) return [];
    const events = found.map(([place]) => formatInteger(place));
    return [{ index: formatInteger(index), events, logs: found.map(([, log]) => logMembers(log)) }];
  });
}

const logMembers = ({ address, indexed, data }: EventLog) => ({ scoreAddress: address, indexed, data });

/** The logs that a block seals, by transaction: those of the block before it. */
function sealedLogs(view: ChainView, height: number): (readonly EventLog[])[] {
  if (height === 0) return [];
  return blockAt(view, height - 1).transactions.map(
    ({ hash }) => parseReceipt(JSON.parse(view.transaction(hash).receipt)).logs,
  );
}

function blockAt(view: ChainView, height: number): ReturnType<typeof parseBlock> {
  return parseBlock(JSON.parse(view.block(height)));
}
