import { internalError, RpcFailure } from '../rpc/failure.ts';
import type { ChainView } from '../view.ts';
import { decodeRequest, type StreamKind } from './decode.ts';
import { messageText } from './message-text.ts';
import { notifications } from './notifications.ts';
import { tooManyStreams } from './refusals.ts';
import { checkRequest } from './request.ts';

/** Streams at a time, of all kinds together, on a goloop node that is not told otherwise. */
const SESSION_LIMIT = 10;

/** Answers a request: the messages of its stream, the first saying whether it was accepted. */
export type Converse = (kind: StreamKind, request: string, signal: AbortSignal) => AsyncIterable<string>;

/** Holds the conversations of a node, no more at a time than it allows. A refusal ends one; else the signal does. */
export function createConversations(view: ChainView): Converse {
  let sessions = 0;

  async function* accept(kind: StreamKind, text: string, signal: AbortSignal): AsyncGenerator<string> {
    const decoded = decodeRequest(kind, text);
    if (sessions >= SESSION_LIMIT) throw tooManyStreams();
    sessions += 1;
    try {
      const request = checkRequest(kind, decoded);
      yield messageText({ code: 0 });
      yield* notifications(view, request, signal);
    } finally {
      sessions -= 1;
    }
  }

  return async function* (kind, text, signal) {
    try {
      yield* accept(kind, text, signal);
    } catch (error) {
      const { code, message } = error instanceof RpcFailure ? error : internalError(String(error));
      yield messageText({ code, message });
    }
  };
}
