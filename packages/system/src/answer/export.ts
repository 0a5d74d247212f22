import { Readable } from 'node:stream';
import type { AnswerContext, Item, ListSource } from './answer.ts';
import { toCsv } from './csv.ts';
import { allItems } from './read-list.ts';

export type ExportFormat = 'csv' | 'jsonl';

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
};

interface Export {
  readonly format: ExportFormat;
  readonly list: ListSource;
  readonly context: AnswerContext;
  readonly input: Record<string, unknown>;
  /** Called with each item before it is written; throws to end the stream as a failure. */
  readonly check: (item: Item) => void;
  /** Under which the log has a failure on the way. */
  readonly requestId: string;
}

/**
 * The whole list as a stream of text. The first piece is read before it is returned, so that an early failure is still told
 * as one; a later one breaks the connection, so that half a list is never taken for a whole.
 */
export async function exportList(wanted: Export): Promise<Readable> {
  const { format, list, context, input, check, requestId } = wanted;
  const columns = Object.keys(list.item.shape);
  const pieces = allItems(list, context, input);
  const first = await pieces.next();
  // One piece at a time waits to be sent.
  return Readable.from(text(), { highWaterMark: 1 });

  async function* text(): AsyncGenerator<string> {
    if (format === 'csv') yield toCsv([columns]);
    if (first.done === true) return;
    try {
      yield write(first.value);
      for await (const items of pieces) yield write(items);
    } catch (error) {
      context.log.error({ err: error, requestId }, 'a list broke off');
      throw error;
    }
  }

  function write(items: readonly Item[]): string {
    items.forEach(check);
    return format === 'csv'
      ? toCsv(items.map((item) => columns.map((column) => item[column])))
      : items.map((item) => `${JSON.stringify(item)}\n`).join('');
  }
}
