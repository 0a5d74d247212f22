import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, type Closing } from '../../../test/listener.ts';
import { RECORDINGS, startReplay, type Replay } from '../../index.ts';

/** A conversation with the real node; one that did not close was left by the client. */
interface Conversation {
  readonly path: string;
  readonly request: unknown;
  readonly messages: readonly string[];
  readonly closed: Closing | null;
}

const conversations = gunzipSync(readFileSync(new URL('streams.ndjson.gz', RECORDINGS.chain)))
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Conversation);

let replay: Replay;
beforeAll(async () => {
  replay = await startReplay({ recording: RECORDINGS.chain });
});
afterAll(() => replay.stop());

describe('a replay, asked by websocket what a real node was asked', () => {
  it.each(conversations.map((conversation) => ({ ...conversation, name: nameOf(conversation) })))(
    'says and does the same: $name',
    async ({ path, request, messages, closed }) => {
      // The real node was some blocks further at the end.
      const wanted = messages.filter((text) => heightOf(text) <= replay.lastHeight);
      const listener = listen(replay.url, path.replace('/api/v3/', ''), request);
      expect(await listener.take(wanted.length)).toEqual(wanted);
      if (closed === null) {
        expect(await listener.pending()).toEqual(expect.not.arrayContaining(wanted));
        listener.socket.terminate();
      } else {
        expect(await listener.closed).toEqual(closed);
        expect(await listener.take(1)).toEqual([]);
      }
    },
  );

  it('is compared to all that was recorded but a few notices of heights that came later', () => {
    const texts = conversations.flatMap(({ messages }) => messages);
    const later = texts.filter((text) => heightOf(text) > replay.lastHeight);
    expect(later).toEqual(['0x7ab', '0x7bf', '0x7d3', '0x7e7'].map((at) => `{"progress":"${at}"}\n`));
    expect(texts).toHaveLength(2072);
  });
});

const nameOf = ({ path, request }: Conversation) => `${path} ${JSON.stringify(request)}`;

function heightOf(text: string): number {
  const { height, progress } = JSON.parse(text) as { height?: string; progress?: string };
  return Number(height ?? progress ?? 0);
}
