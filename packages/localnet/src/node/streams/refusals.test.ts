import { describe, expect, it } from 'vitest';
import { listen } from '../../../test/listener.ts';
import { useReplays } from '../../../test/replays.ts';
import { loadRecording, RECORDINGS } from '../../index.ts';

const recording = await loadRecording(RECORDINGS.auditChain);
const start = useReplays();
const ACCEPTED = '{"code":0}\n';

describe('a request that is refused', () => {
  const parse = '{"code":-32700,"message":"bad event request"}\n';
  const filter = '{"code":-32602,"message":"bad event request parameter"}\n';
  const compile = (reason: string) =>
    `{"code":-32602,"message":"fail to compile idx:0, err:E1002:${reason}"}\n`;
  it.each([
    ['block', '[]', parse],
    ['block', '"0x1"', parse],
    ['block', { height: 'high' }, parse],
    ['block', { height: true }, parse],
    ['block', { height: 1.5 }, parse],
    ['block', { height: '0x8000000000000000' }, parse],
    ['block', { event: 'Empty()' }, parse],
    ['block', { eventFilters: {} }, parse],
    ['block', { eventFilters: [{ event: 'Empty()', logs: '0x1' }] }, parse],
    ['block', { eventFilters: [{ event: 5 }] }, parse],
    ['block', { eventFilters: [{ event: 'Empty()', addr: 'cx12' }] }, parse],
    ['block', { eventFilters: [null] }, '{"code":-32602,"message":"null filter idx:0"}\n'],
    ['block', { eventFilters: [{}] }, compile('bad event signature')],
    ['block', { eventFilters: [{ event: 'A(int, int)' }] }, compile('bad event signature')],
    ['block', { eventFilters: [{ event: 'A(int)', indexed: ['ten'] }] }, compile('bad event data')],
    ['event', { event: 'Empty()', indexed: [1] }, parse],
    ['event', {}, filter],
    ['event', { event: 'Empty()', eventFilters: [{ event: 'Empty()' }] }, filter],
    ['event', { eventFilters: [null] }, filter],
    ['event', { event: 'A(int)', indexed: [null], data: [null] }, filter],
    ['event', { event: 'A(Address)', indexed: ['me'] }, filter],
    ['event', { event: 'A(bytes)', indexed: ['0x1'] }, filter],
    [
      'event',
      { event: 'Empty()', height: -7 },
      '{"code":-32602,"message":"given height(-7) is lower than genesis height(0)"}\n',
    ],
  ])('%s %j', async (kind, request, answer) => {
    const replay = await start({ recording });
    const listener = listen(replay.url, `default/${kind}`, request);
    expect(await listener.take(2)).toEqual([answer]);
    expect(await listener.closed).toEqual({ code: 1006, reason: '' });
  });

  it.each(['17', '0x11', 17])('is none for the height %j', async (height) => {
    const replay = await start({ recording });
    const [answer, block] = await listen(replay.url, 'default/block', { height }).take(2);
    expect(answer).toBe(ACCEPTED);
    expect(block).toContain('"height":"0x11"');
  });

  it('is one of more than 16 KiB', async () => {
    const replay = await start({ recording });
    const listener = listen(replay.url, 'default/block', ' '.repeat(16 * 1024 + 1));
    expect(await listener.closed).toMatchObject({ code: 1009 });
    expect(await listener.take(1)).toEqual([]);
  });
});
