import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { serve, type Served } from '../test/serve.ts';
import { sendEvents, type ServerEvent } from './index.ts';

let served: Served | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await served?.server.close();
});

type Source = (signal: AbortSignal) => AsyncIterable<ServerEvent>;

async function stream(source: Source): Promise<string> {
  served = await serve();
  served.server.get('/live', { config: { endless: true } }, (_request, reply) => sendEvents(reply, source));
  return served.server.listen({ host: '127.0.0.1', port: 0 });
}

/** Waits until the signal, and says that it was told. */
function quiet(ended: () => void, first: readonly ServerEvent[] = []): Source {
  return async function* (signal) {
    yield* first;
    try {
      await sleep(60_000, undefined, { signal }).catch(() => undefined);
    } finally {
      ended();
    }
  };
}

async function* each(events: readonly ServerEvent[]): AsyncGenerator<ServerEvent> {
  await Promise.resolve();
  yield* events;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5);
}

describe('the stream', () => {
  it('has the headers of every answer and is never stored', async () => {
    const url = await stream(() => each([]));
    const { headers } = await fetch(`${url}/live`, {
      headers: { 'x-request-id': 'abcdefgh', origin: 'https://x' },
    });
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-request-id')).toBe('abcdefgh');
  });

  it('carries names, ids and data, and nothing that could forge an event', async () => {
    const url = await stream(() =>
      each([
        { event: 'block', id: '7', data: { hash: '0x1', text: 'a\n\nevent: forged\ndata: 1\n\n' } },
        { event: 'block', id: '8\r\n\nevent: forged\0', data: null },
        { event: 'status', data: '마당\u2028' },
      ]),
    );
    const text = await (await fetch(`${url}/live`, { headers: { 'accept-encoding': 'br, gzip' } })).text();
    expect(text).toBe(
      'retry: 2000\n\n' +
        'event: block\nid: 7\ndata: {"hash":"0x1","text":"a\\n\\nevent: forged\\ndata: 1\\n\\n"}\n\n' +
        'event: block\nid: 8event: forged\ndata: null\n\n' +
        'event: status\ndata: "마당\u2028"\n\n',
    );
  });

  it('answers HEAD without opening the source', async () => {
    const opened = vi.fn();
    const url = await stream(() => {
      opened();
      return each([]);
    });
    const response = await fetch(`${url}/live`, { method: 'HEAD' });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(opened).not.toHaveBeenCalled();
  });

  it('is kept alive by a comment every 15 s', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const url = await stream(quiet(() => undefined));
    const response = await fetch(`${url}/live`);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const read = async () => (text += (await reader.read()).value ?? '');
    await read();
    vi.advanceTimersByTime(14_999);
    vi.advanceTimersByTime(1);
    await read();
    vi.advanceTimersByTime(15_000);
    await read();
    expect(text).toBe('retry: 2000\n\n: alive\n\n: alive\n\n');
    await reader.cancel();
  });
});

describe('the source', () => {
  it('is told when the reader goes', async () => {
    const ended = vi.fn();
    const url = await stream(quiet(ended, [{ event: 'hello', data: 1 }]));
    const abort = new AbortController();
    const response = await fetch(`${url}/live`, { signal: abort.signal });
    await response.body!.getReader().read();
    expect(await served!.registry.metrics()).toContain('madang_http_open_streams{route="/live"} 1');
    expect(ended).not.toHaveBeenCalled();
    abort.abort();
    await until(() => ended.mock.calls.length === 1);
    expect(await served!.registry.metrics()).toContain('madang_http_open_streams{route="/live"} 0');
  });

  it('is ended when a hundred readers go at once, for each of them', async () => {
    const ended = vi.fn();
    const url = await stream(quiet(ended));
    const abort = new AbortController();
    const readers = Array.from({ length: 100 }, () => fetch(`${url}/live`, { signal: abort.signal }));
    await Promise.all(readers);
    abort.abort();
    await until(() => ended.mock.calls.length === 100);
  });

  it('that fails ends the stream, and the log says why', async () => {
    const url = await stream(async function* () {
      yield { event: 'hello', data: 1 };
      await sleep(10);
      throw new Error('the database went away');
    });
    const text = await (await fetch(`${url}/live`)).text();
    expect(text).toContain('event: hello');
    await until(() => served!.logged().includes('the database went away'));
  });

  it('is left when a reader does not read; the reader is told and closed', async () => {
    const ended = vi.fn();
    const chunk = 'x'.repeat(64 * 1024);
    const url = await stream(async function* () {
      try {
        for (;;) {
          yield { event: 'block', data: chunk };
          await sleep(0);
        }
      } finally {
        ended();
      }
    });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('GET /live HTTP/1.1\r\nHost: x\r\n\r\n');
    socket.pause();
    await until(() => ended.mock.calls.length === 1);
    let tail = '';
    socket.setEncoding('utf8').on('data', (text: string) => (tail = (tail + text).slice(-200)));
    socket.resume();
    await until(() => tail.includes('event: lagged\ndata: {}\n\n'));
    socket.destroy();
  });
});

it('a server that closes ends its streams without waiting for their readers', async () => {
  const ended = vi.fn();
  const url = await stream(quiet(ended));
  const response = await fetch(`${url}/live`);
  await served!.server.close();
  expect(ended).toHaveBeenCalledOnce();
  expect(await response.text()).toBe('retry: 2000\n\n');
});

describe('a patient stream', () => {
  it('waits for a slow reader, and leaves nothing out', async () => {
    served = await serve();
    const large = 'x'.repeat(300_000);
    let sent = 0;
    const source = async function* (): AsyncGenerator<ServerEvent> {
      await Promise.resolve();
      for (; sent < 40; sent++) yield { event: 'piece', data: { sent, large } };
    };
    served.server.get('/live', (_request, reply) => sendEvents(reply, source, { patient: true }));
    const url = await served.server.listen({ host: '127.0.0.1', port: 0 });
    const response = await fetch(`${url}/live`);
    await sleep(200);
    expect(sent).toBeLessThan(40);
    const text = await response.text();
    expect(text.match(/^event: .*$/gm)).toEqual(Array.from({ length: 40 }, () => 'event: piece'));
    expect(text.length).toBeGreaterThan(40 * large.length);
  });
});
