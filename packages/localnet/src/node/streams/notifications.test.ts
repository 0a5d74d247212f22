import { parseReceipt, type EventLog } from '@madang/icon';
import { describe, expect, it } from 'vitest';
import { listen, type Listener } from '../../../test/listener.ts';
import { useReplays } from '../../../test/replays.ts';
import { loadRecording, RECORDINGS } from '../../index.ts';

const recording = await loadRecording(RECORDINGS.chain);
const start = useReplays();
const ALBUM = 'cxa68adcfdaf7458e97972e318c53c9c5312831ad4';
const NOTE = 'Note(str,int,bool,bytes,Address)';
const ACCEPTED = '{"code":0}\n';

describe('a stream of blocks', () => {
  it('tells a block when it is released, and nothing before', async () => {
    const replay = await start({ recording, startHeight: 100 });
    const listener = listen(replay.url, 'default/block', { height: '0x65' });
    expect(await listener.take(1)).toEqual([ACCEPTED]);
    expect(await listener.pending()).toEqual([]);
    replay.release(102);
    expect(heights(await listener.take(2))).toEqual([101, 102]);
    expect(await listener.pending()).toEqual([]);
    replay.release(103);
    expect(heights(await listener.take(1))).toEqual([103]);
  });

  it('tells every block of a replay that moves on by itself', async () => {
    const replay = await start({ recording, blocksPerSecond: 400, startHeight: 50 });
    const listener = listen(replay.url, 'default/block', { height: '0x30' });
    const [, ...messages] = await listener.take(60);
    expect(heights(messages)).toEqual(messages.map((_, i) => 48 + i));
  });

  it('waits for a height that is far ahead', async () => {
    const replay = await start({ recording, startHeight: 100 });
    const listener = listen(replay.url, 'default/block', { height: '0x96' });
    await listener.take(1);
    replay.release(149);
    expect(await listener.pending()).toEqual([]);
    replay.release(200);
    expect(heights(await listener.take(2))).toEqual([150, 151]);
  });

  it('names the events that a block seals: those of the transactions in the block before it', async () => {
    const replay = await start({ recording });
    const event = 'Bought(Address,Address,int,int)';
    const request = { height: '0x0', eventFilters: [{ event }, { event: NOTE, indexed: [null] }] };
    const [, ...messages] = await listen(replay.url, 'default/block', request).take(replay.lastHeight + 2);
    const told = messages.flatMap((text) => {
      const { height, indexes = [], events = [] } = JSON.parse(text) as BlockNotification;
      return indexes.flatMap((list, filter) =>
        list.flatMap((index, i) =>
          (events[filter]?.[i] ?? []).map((log) => ({
            filter,
            height: Number(height) - 1,
            index: Number(index),
            log: Number(log),
          })),
        ),
      );
    });
    expect(told.filter(({ filter }) => filter === 0).map(withoutFilter)).toEqual(
      places((log) => log.indexed[0] === event),
    );
    expect(told.filter(({ filter }) => filter === 1).map(withoutFilter)).toEqual(
      places((log) => log.indexed[0] === NOTE),
    );
  });
});

describe('a stream of events', () => {
  it.each<[string, object, (log: EventLog) => boolean]>([
    [
      'any of two names',
      { eventFilters: [{ event: 'Empty()' }, { event: 'TermStarted(int,int,int)' }] },
      ({ indexed: [event] }) => event === 'Empty()' || event === 'TermStarted(int,int,int)',
    ],
    [
      'an indexed value',
      { event: NOTE, indexed: ['<script>alert("x")</script>'] },
      ({ indexed: [event, text] }) => event === NOTE && text === '<script>alert("x")</script>',
    ],
    [
      'values that are not indexed, and any between them',
      { event: NOTE, indexed: [null], data: ['-5', null, '0x'] },
      ({ indexed: [event], data: [number, , bytes] }) =>
        event === NOTE && number === '-0x5' && bytes === '0x',
    ],
    [
      'a truth',
      { event: NOTE, indexed: [null], data: [null, '0x1'] },
      ({ indexed: [event], data: [, truth] }) => event === NOTE && truth === '0x1',
    ],
    [
      'bytes, written in capitals',
      { event: NOTE, indexed: [null], data: [null, null, '0x00FF'] },
      ({ indexed: [event], data: [, , bytes] }) => event === NOTE && bytes === '0x00ff',
    ],
    [
      'one contract',
      { event: 'Transfer(Address,Address,int)', addr: ALBUM },
      ({ address, indexed: [event] }) => address === ALBUM && event === 'Transfer(Address,Address,int)',
    ],
  ])('tells exactly the events with %s', async (_, filter, wants) => {
    const replay = await start({ recording });
    const wanted = places(wants);
    expect(wanted.length).toBeGreaterThan(5);
    const request = { height: '0x0', progressInterval: '0x1', ...filter };
    expect(await eventsUntil(replay.lastHeight, listen(replay.url, 'default/event', request))).toEqual(
      wanted,
    );
  });

  it('tells nothing about values that no log has, and of progress instead', async () => {
    const replay = await start({ recording });
    const request = { height: '0x0', event: NOTE, indexed: ['nobody wrote this'], progressInterval: '0x3e8' };
    const listener = listen(replay.url, 'default/event', request);
    expect(await listener.take(3)).toEqual([ACCEPTED, '{"progress":"0x0"}\n', '{"progress":"0x3e8"}\n']);
    expect(await listener.pending()).toEqual([]);
  });

  it('writes logs with the characters of HTML escaped, as the node does', async () => {
    const replay = await start({ recording });
    const request = { height: '0x0', event: NOTE, indexed: ['<script>alert("x")</script>'], logs: '0x1' };
    const [, text] = await listen(replay.url, 'default/event', request).take(2);
    expect(text).toContain(String.raw`"\u003cscript\u003ealert(\"x\")\u003c/script\u003e"`);
    const { logs } = JSON.parse(text!) as { logs: { indexed: string[] }[] };
    expect(logs[0]!.indexed).toEqual([NOTE, '<script>alert("x")</script>']);
  });
});

interface BlockNotification {
  readonly height: string;
  readonly indexes?: readonly (readonly string[])[];
  readonly events?: readonly (readonly (readonly string[])[])[];
}

interface EventNotification {
  readonly height?: string;
  readonly index?: string;
  readonly events?: readonly string[];
  readonly progress?: string;
}

/** Where the events are that were told until the stream said that it had come to a height. */
async function eventsUntil(end: number, listener: Listener): Promise<Place[]> {
  const told: Place[] = [];
  for (;;) {
    const [text = ''] = await listener.take(1);
    const { height, index, events = [], progress } = JSON.parse(text) as EventNotification;
    if (Number(progress) === end) return told;
    told.push(
      ...events.map((log) => ({ height: Number(height) - 1, index: Number(index), log: Number(log) })),
    );
  }
}

const heights = (messages: readonly string[]) =>
  messages.map((text) => Number((JSON.parse(text) as BlockNotification).height));

/** Where a log stands on the chain. */
interface Place {
  readonly height: number;
  readonly index: number;
  readonly log: number;
}

const withoutFilter = ({ height, index, log }: Place): Place => ({ height, index, log });

/** Where the events that are wanted stand in the recording's receipts, but for those of its last block. */
function places(wanted: (log: EventLog) => boolean): Place[] {
  return [...recording.chain.transactions.values()].flatMap(({ height, index, receipt }) =>
    [...parseReceipt(JSON.parse(receipt)).logs.entries()]
      .filter(([, log]) => height < recording.chain.blocks.length - 1 && wanted(log))
      .map(([log]) => ({ height, index, log })),
  );
}
