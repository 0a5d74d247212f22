import { describe, expect, it } from 'vitest';
import { listen, type Listener } from '../../../test/listener.ts';
import { useReplays } from '../../../test/replays.ts';
import { loadRecording, RECORDINGS, type StreamFault, type StreamFaults } from '../../index.ts';

const recording = await loadRecording(RECORDINGS.auditChain);

const start = useReplays();

describe('a stream of a replay with faults', () => {
  it.each<[string, StreamFault, number[]]>([
    ['leaves a message out', { kind: 'drop' }, [1, 2, 4, 5]],
    ['sends a message twice', { kind: 'duplicate' }, [1, 2, 3, 3, 4, 5]],
    ['sends a message after the next', { kind: 'late' }, [1, 2, 4, 3, 5]],
  ])('%s', async (_, fault, expected) => {
    const listener = await follow((_stream, message) => (message === 3 ? fault : undefined));
    const [answer, ...messages] = await listener.take(expected.length + 1);
    expect(answer).toBe('{"code":0}\n');
    expect(messages.map(heightOf)).toEqual(expected);
  });

  it('sends what is no message', async () => {
    const listener = await follow((_stream, _message, text) =>
      text.includes('"0x2"') ? { kind: 'garbage', text: '{"hash":' } : undefined,
    );
    const [, first, second, third] = await listener.take(4);
    expect(second).toBe('{"hash":');
    expect([first, third].map((text) => heightOf(text!))).toEqual([1, 3]);
  });

  it('closes after some messages, without a farewell', async () => {
    const listener = await follow((_stream, message) => (message > 4 ? { kind: 'cut' } : undefined));
    expect(await listener.closed).toEqual({ code: 1006, reason: '' });
    expect(await listener.take(99)).toHaveLength(5);
  });

  it('falls silent and stays open', async () => {
    const listener = await follow((_stream, message) => (message === 2 ? { kind: 'silence' } : undefined));
    expect(await listener.take(2)).toHaveLength(2);
    expect(await listener.pending()).toEqual([]);
  });

  it('says not even whether it accepts', async () => {
    const listener = await follow(() => ({ kind: 'silence' }));
    expect(await listener.pending()).toEqual([]);
  });

  it('can be well again at the next connection', async () => {
    const replay = await start({
      recording,
      streamFaults: (stream) => (stream === 1 ? { kind: 'cut' } : undefined),
    });
    const first = listen(replay.url, 'default/block', { height: '0x1' });
    expect(await first.closed).toMatchObject({ code: 1006 });
    const second = listen(replay.url, 'default/block', { height: '0x1' });
    expect(await second.take(2)).toHaveLength(2);
  });
});

async function follow(streamFaults: StreamFaults): Promise<Listener> {
  const { url } = await start({ recording, streamFaults });
  const listener = listen(url, 'default/block', { height: '0x1' });
  await new Promise((resolve) => listener.socket.once('open', resolve));
  return listener;
}

const heightOf = (text: string) => Number((JSON.parse(text) as { height: string }).height);
