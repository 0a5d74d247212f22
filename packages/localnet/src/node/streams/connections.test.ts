import { describe, expect, it } from 'vitest';
import { listen, type Listener } from '../../../test/listener.ts';
import { useReplays } from '../../../test/replays.ts';
import { loadRecording, RECORDINGS } from '../../index.ts';

const recording = await loadRecording(RECORDINGS.auditChain);
const start = useReplays();
const ACCEPTED = '{"code":0}\n';

describe('the websockets of a replay', () => {
  it('are ten at a time, of all kinds together, and those that have asked for nothing do not count', async () => {
    const replay = await start({ recording });
    const silent = listen(replay.url, 'default/block');
    await opened(silent);
    const ten = Array.from({ length: 10 }, (_, i) =>
      i % 2 === 0
        ? listen(replay.url, 'default/block', { height: '0xffff' })
        : listen(replay.url, 'default/event', { height: '0xffff', event: 'Empty()' }),
    );
    for (const listener of ten) expect(await listener.take(1)).toEqual([ACCEPTED]);
    const eleventh = listen(replay.url, 'default/event', { event: 'nonsense' });
    expect(await eleventh.take(2)).toEqual(['{"code":-31005,"message":"too many monitor"}\n']);
    expect(await eleventh.closed).toEqual({ code: 1006, reason: '' });
    ten[3]!.socket.close();
    await expect
      .poll(() => listen(replay.url, 'default/block', { height: '0xffff' }).take(1))
      .toEqual([ACCEPTED]);
  });

  it.each([
    ['none/block', 'No channel'],
    ['default/btp', 'Not Found <nil>'],
    ['block', 'Not Found <nil>'],
    ['', 'Not Found <nil>'],
  ])('are not found at %s', async (path, reason) => {
    const replay = await start({ recording });
    const { socket, closed } = listen(replay.url, path, {});
    const answer = await new Promise<{ status: number | undefined; text: string }>((resolve) => {
      socket.on('unexpected-response', (_, response) => {
        response.on('data', (bytes: Buffer) =>
          resolve({ status: response.statusCode, text: bytes.toString('utf8') }),
        );
        response.on('end', () => socket.terminate());
      });
    });
    expect(answer).toEqual({ status: 404, text: reason });
    expect(await closed).toMatchObject({ code: 1006 });
  });

  it('are closed at once when it stops: silent ones, waiting ones, and those whose client does not read', async () => {
    const replay = await start({ recording });
    const silent = listen(replay.url, 'default/block');
    const waiting = listen(replay.url, 'default/block', { height: '0xffff' });
    const stuck = listen(replay.url, 'default/block', { height: '0x0' });
    await Promise.all([opened(silent), waiting.take(1), stuck.take(1)]);
    stuck.socket.pause();
    await replay.stop();
    stuck.socket.resume();
    for (const { closed } of [silent, waiting, stuck]) expect(await closed).toMatchObject({ code: 1006 });
  });
});

function opened({ socket }: Listener): Promise<unknown> {
  return new Promise((resolve) => socket.once('open', resolve));
}
