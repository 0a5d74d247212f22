import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { isObject, type JsonObject } from '@madang/icon';
import { RECORDINGS } from '../src/replay/recording.ts';
import type { Closing } from './listener.ts';

/** A question to the real node and what it answered. */
export interface Exchange {
  readonly what: string;
  readonly path: string;
  readonly method: string;
  readonly request: unknown;
  readonly status: number;
  readonly type: string | null;
  readonly answer: string;
}

/** A conversation with the real node; one that did not close was left by the client. */
export interface Conversation {
  readonly path: string;
  readonly request: unknown;
  readonly messages: readonly string[];
  readonly closed: Closing | null;
}

/** What the real node told of a transaction that it executed once more. */
export interface RecordedTrace {
  readonly transaction: JsonObject;
  readonly result: { readonly logs: readonly { readonly level: number; readonly msg: string }[] };
}

const bytesOf = (file: string): Buffer => readFileSync(new URL(file, RECORDINGS.chain));
const linesOf = (bytes: Buffer): string[] => bytes.toString('utf8').trimEnd().split('\n');

export const recordedExchanges = (): Exchange[] =>
  linesOf(bytesOf('rpc.ndjson')).map((line) => JSON.parse(line) as Exchange);

export const recordedConversations = (): Conversation[] =>
  linesOf(gunzipSync(bytesOf('streams.ndjson.gz'))).map((line) => JSON.parse(line) as Conversation);

/** The recorded traces, each with its transaction. */
export function recordedTraces(): RecordedTrace[] {
  const traces = linesOf(gunzipSync(bytesOf('traces.ndjson.gz'))).map(
    (line) => JSON.parse(line) as { txHash: string; result: RecordedTrace['result'] },
  );
  const transactions = transactionsOf(new Set(traces.map(({ txHash }) => txHash)));
  return traces.map(({ txHash, result }) => {
    const transaction = transactions.get(txHash);
    if (transaction === undefined) throw new Error(`The trace of ${txHash} is of no recorded transaction.`);
    return { transaction, result };
  });
}

function transactionsOf(wanted: ReadonlySet<string>): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const line of linesOf(gunzipSync(bytesOf('blocks.ndjson.gz')))) {
    const { confirmed_transaction_list: list } = JSON.parse(line) as {
      confirmed_transaction_list: readonly unknown[];
    };
    for (const transaction of list.filter(isObject)) {
      const hash = String(transaction['txHash']);
      if (wanted.has(hash)) found.set(hash, transaction);
    }
  }
  return found;
}
