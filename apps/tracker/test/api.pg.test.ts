import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTracker, type RunningTracker } from './running.ts';

let tracker: RunningTracker;

beforeAll(async () => {
  tracker = await runTracker({ startHeight: 300 });
  await tracker.until(299);
});

afterAll(() => tracker.stop());

interface Listed {
  readonly items: readonly { readonly height: number; readonly index?: number; readonly hash: string }[];
  readonly next: string | null;
}

// Contracts and a wallet of the recorded chain.
const COIN = 'cx0e52c284bf87d1c7552861cdad07fb7298aa67de';
const MARKET = 'cx85d53740dd9697d9d3d0c318c917614d15dc0a1c';
const NFT = 'cxa68adcfdaf7458e97972e318c53c9c5312831ad4';
const WALLET = 'hx7220dc89c5c2c7bb9ef0f62bb873b433ed1aa97b';

describe('lists', () => {
  let height = 300;
  /** Every item of a list, read piece by piece while the chain goes on. */
  async function walk(path: string, limit: number): Promise<object[]> {
    const seen: object[] = [];
    let next: string | null = null;
    do {
      const query = new URLSearchParams({ limit: String(limit), ...(next !== null && { cursor: next }) });
      const page = (await tracker.json(`/api/tracker/v1${path}?${query.toString()}`)) as Listed;
      seen.push(...page.items);
      next = page.next;
      if (height < 900) tracker.replay.release((height += 3));
      await tracker.until(height - 1);
    } while (next !== null);
    return seen;
  }

  async function whole(path: string): Promise<object[]> {
    const text = await (await tracker.ask(`/api/tracker/v1${path}?format=jsonl`)).text();
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
  }

  it.each([
    ['/blocks', 40],
    ['/blocks/271/transactions', 7],
    ['/transactions', 100],
    ['/logs', 100],
    ['/contracts', 3],
    ['/tokens', 2],
    [`/tokens/${COIN}/transfers`, 40],
    [`/addresses/${WALLET}/transactions`, 5],
    [`/addresses/${WALLET}/token-transfers`, 8],
    [`/addresses/${MARKET}/internal-transfers`, 4],
    [`/addresses/${NFT}/logs`, 10],
  ])('of %s are walked with every item exactly once while new blocks arrive', async (path, limit) => {
    const seen = (await walk(path, limit)).map(placeOf);
    const all = (await whole(path)).map(placeOf);
    expect(seen.length).toBeGreaterThan(limit / 2);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(all.slice(all.indexOf(seen[0]!)));
  });

  it.each([
    [`/tokens/${COIN}/holders`, 10],
    [`/tokens/${NFT}/owners`, 5],
  ])('of %s have each that does not move meanwhile exactly once', async (path, limit) => {
    const before = await whole(path);
    const seen = (await walk(path, limit)).map((item) => JSON.stringify(item));
    const after = new Set((await whole(path)).map((item) => JSON.stringify(item)));
    const still = before.map((item) => JSON.stringify(item)).filter((item) => after.has(item));
    expect(still.length).toBeGreaterThan(limit);
    for (const item of still) expect([item, seen.filter((one) => one === item).length]).toEqual([item, 1]);
  });

  it('come as CSV with a head and one line each', async () => {
    const answer = await tracker.ask('/api/tracker/v1/blocks?format=csv&limit=3');
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
    const lines = (await answer.text()).split('\r\n');
    expect(lines[0]).toBe(
      'height,hash,previousHash,version,timestamp,producer,merkleRoot,transactionCount,failedTransactionCount,logCount,fees',
    );
    expect(lines).toHaveLength(5);
  });
});

describe('what an answer depends on', () => {
  it('a block never changes: it is immutable and known by its tag', async () => {
    const answer = await tracker.ask('/api/tracker/v1/blocks/100');
    expect(answer.headers.get('cache-control')).toMatch(/immutable/);
    const again = await tracker.ask('/api/tracker/v1/blocks/100', {
      headers: { 'if-none-match': answer.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
  });

  it('the list of blocks changes with the head, and only then', async () => {
    const tag = (await tracker.ask('/api/tracker/v1/blocks')).headers.get('etag')!;
    expect((await tracker.ask('/api/tracker/v1/blocks', { headers: { 'if-none-match': tag } })).status).toBe(
      304,
    );
    const height = tracker.replay.height() + 1;
    tracker.replay.release(height);
    await tracker.until(height - 1);
    expect((await tracker.ask('/api/tracker/v1/blocks', { headers: { 'if-none-match': tag } })).status).toBe(
      200,
    );
  });
});

describe('the live stream', () => {
  it('tells the status, then every block without a gap, and resumes after the last one seen', async () => {
    const start = tracker.replay.height();
    const first = await readEvents('/api/tracker/v1/live', {}, (events) => {
      if (events.length === 1) tracker.replay.release(start + 5);
      return events.filter(({ event }) => event === 'block').length >= 5;
    });
    expect(first[0]!.event).toBe('status');
    const heights = first.filter(({ event }) => event === 'block').map(({ id }) => Number(id));
    expect(heights).toEqual(Array.from({ length: heights.length }, (_, i) => start + i));
    const resumed = await readEvents(
      '/api/tracker/v1/live',
      { 'last-event-id': String(start + 1) },
      (events) => {
        if (events.length === 1) tracker.replay.release(start + 6);
        return events.some(({ id }) => Number(id) === start + 5);
      },
    );
    expect(resumed.filter(({ event }) => event === 'block').map(({ id }) => Number(id))).toEqual(
      [2, 3, 4, 5].map((i) => start + i),
    );
    expect(resumed.find(({ event }) => event === 'block')!.data).toMatchObject({
      height: start + 2,
      transactionCount: expect.any(Number) as number,
    });
  });
});

describe('wrong input', () => {
  const HASH = `0x${'0'.repeat(64)}`;
  it.each([
    ['/blocks/99999999', 404, 'TRACKER_BLOCK_NOT_FOUND', /99999999/],
    [`/blocks/${HASH}`, 404, 'TRACKER_BLOCK_NOT_FOUND', /0x000/],
    ['/blocks/-1', 400, 'HTTP_INPUT_INVALID', /block/],
    ['/blocks/01', 400, 'HTTP_INPUT_INVALID', /without leading zeros/],
    ['/blocks/1e3', 400, 'HTTP_INPUT_INVALID', /block/],
    ['/blocks/99999999999999999999', 400, 'HTTP_INPUT_INVALID', /block/],
    ['/blocks/0xABC', 400, 'HTTP_INPUT_INVALID', /block/],
    ["/blocks/'; drop table tracker.block; --", 400, 'HTTP_INPUT_INVALID', /block/],
    ['/blocks/%00', 400, 'HTTP_INPUT_INVALID', /block/],
    ['/blocks/%zz', 400, 'HTTP_BAD_REQUEST', /%zz/],
    ['/blocks/99999999/transactions', 404, 'TRACKER_BLOCK_NOT_FOUND', /99999999/],
    ['/blocks?limit=0', 400, 'HTTP_INPUT_INVALID', /limit/],
    ['/blocks?limit=-5', 400, 'HTTP_INPUT_INVALID', /limit/],
    ['/blocks?limit=1&limit=2', 400, 'HTTP_INPUT_INVALID', /limit/],
    ['/blocks?cursor=nonsense', 400, 'LIST_CURSOR_INVALID', /nonsense/],
    ['/blocks?curser=x', 400, 'HTTP_INPUT_INVALID', /did you mean cursor/],
    ['/transactions?kind=nothing', 400, 'HTTP_INPUT_INVALID', /kind/],
    ['/transactions?from=hx12', 400, 'HTTP_INPUT_INVALID', /from/],
    [`/transactions/${HASH}`, 404, 'TRACKER_TRANSACTION_NOT_FOUND', /0x000/],
    ['/transactions/0x12', 400, 'HTTP_INPUT_INVALID', /hash/],
    ['/nothing', 404, 'HTTP_NOT_FOUND', /nothing/],
  ])('%s is answered with %i %s', async (path, status, code, message) => {
    const answer = await tracker.ask(`/api/tracker/v1${path}`);
    const body = (await answer.json()) as { error: { code: string; message: string }; requestId: string };
    expect(answer.status).toBe(status);
    expect(body.error.code).toBe(code);
    expect(body.error.message).toMatch(message);
    expect(body.requestId).toBe(answer.headers.get('x-request-id'));
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is not possible where one reads', async (method) => {
    const answer = await tracker.ask('/api/tracker/v1/blocks', { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toContain('GET');
  });

  it('a cursor of another list or another filter is refused', async () => {
    const { next } = (await tracker.json('/api/tracker/v1/transactions?limit=1')) as Listed;
    for (const path of [`/blocks?cursor=${next!}`, `/transactions?kind=base&cursor=${next!}`]) {
      const answer = await tracker.ask(`/api/tracker/v1${path}`);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('another list or another filter');
    }
  });
});

describe('a cursor that somebody made up', () => {
  const forged: readonly (readonly unknown[])[] = [
    [],
    [1, 2, 3, 4, 5],
    ['x', 'y'],
    [1.5, 2],
    [null],
    [1e300, 0, 0, 0],
  ];
  const LISTS = ['/blocks', '/transactions', '/logs', '/contracts', '/tokens'];
  it.each(LISTS)('is refused by %s, whatever it holds', async (path) => {
    const { next } = (await tracker.json(`/api/tracker/v1${path}?limit=1`)) as Listed;
    const [scope] = JSON.parse(Buffer.from(next!, 'base64url').toString()) as [string];
    for (const key of forged) {
      const cursor = Buffer.from(JSON.stringify([scope, ...key])).toString('base64url');
      const answer = await tracker.ask(`/api/tracker/v1${path}?cursor=${cursor}`);
      expect([key, answer.status]).toEqual([key, 400]);
      expect(await answer.text()).toContain('LIST_CURSOR_INVALID');
    }
  });
});

/** What tells an item of a list from all others, and does not change with the chain. */
function placeOf(item: object): string {
  const members = ['height', 'index', 'transactionIndex', 'logIndex', 'subIndex', 'address', 'firstHeight'];
  return JSON.stringify(members.map((member) => (item as Record<string, unknown>)[member] ?? null));
}

interface ReadEvent {
  readonly event: string;
  readonly id: string | null;
  readonly data: unknown;
}

async function readEvents(
  path: string,
  headers: Record<string, string>,
  enough: (events: readonly ReadEvent[]) => boolean,
): Promise<ReadEvent[]> {
  const abort = new AbortController();
  const answer = await tracker.ask(path, { headers, signal: abort.signal });
  const events: ReadEvent[] = [];
  let text = '';
  for await (const chunk of answer.body!.pipeThrough(
    new TextDecoderStream(),
  ) as unknown as AsyncIterable<string>) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      const event = parseEvent(text.slice(0, end));
      text = text.slice(end + 2);
      if (event !== null) events.push(event);
    }
    if (enough(events)) break;
  }
  abort.abort();
  return events;
}

function parseEvent(block: string): ReadEvent | null {
  const field = (name: string): string | null => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? null;
  const event = field('event');
  return event === null ? null : { event, id: field('id'), data: JSON.parse(field('data') ?? 'null') };
}
