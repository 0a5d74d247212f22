import type { ErrorBody } from '@madang/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo, type ServedDemo } from '../../test/serve-demo.ts';

let demo: ServedDemo;
let url: string;

beforeAll(async () => {
  demo = await serveDemo();
  url = await demo.listen();
});
afterAll(() => demo.stop());

const API = '/api/demo/v1/measure';
const EVENTS = { accept: 'text/event-stream' };
const post = (
  path: string,
  body: BodyInit | null,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
) => fetch(url + path, { method: 'POST', body, headers, ...(signal !== undefined && { signal }) });
const errorOf = async (response: Response) => ((await response.json()) as ErrorBody).error;

function formWith(text: string): FormData {
  const form = new FormData();
  form.append('file', new File([text], 'a.txt'));
  return form;
}

describe('a question about a file', () => {
  it('is answered in JSON, and the answer is not kept', async () => {
    const response = await post(API, 'hello');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({ bytes: 5, name: null });
    expect(await (await post(API, formWith('hello you'))).json()).toEqual({ bytes: 9, name: 'a.txt' });
  });

  it('checks its query as every answer does', async () => {
    const response = await post(`${API}?failAt=now&x=1`, 'hello');
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toMatchObject({ code: 'HTTP_INPUT_INVALID' });
  });

  it('fails as its system says', async () => {
    const response = await post(`${API}?failAt=later`, 'hello');
    expect([response.status, (await errorOf(response)).code]).toEqual([404, 'DEMO_NOTE_NOT_FOUND']);
  });

  it('has a limit, and no other method', async () => {
    expect((await post(API, 'x'.repeat(2001))).status).toBe(413);
    expect((await demo.ask(API)).statusCode).toBe(405);
  });

  it('is answered with events for who asks for them: progress, then the reply', async () => {
    const response = await post(API, 'hello', EVENTS);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const text = await response.text();
    expect(text).toMatch(/^retry: 2000\n\nevent: progress\ndata: \{"read":[12]\}\n\n/);
    expect(text).toMatch(/event: measured\ndata: \{"bytes":5,"name":null\}\n\n$/);
  });

  it('fails with a status before the first event, and in the last one after it', async () => {
    const before = await post(`${API}?failAt=once`, 'hello', EVENTS);
    expect([before.status, (await errorOf(before)).code]).toEqual([404, 'DEMO_NOTE_NOT_FOUND']);
    const after = await post(`${API}?failAt=later`, 'hello', EVENTS);
    expect(after.status).toBe(200);
    expect(await after.text()).toMatch(
      /event: failed\ndata: \{"error":\{"code":"DEMO_NOTE_NOT_FOUND".*\n\n$/,
    );
  });

  it.each([{}, EVENTS])('hears when nobody waits any more (%o)', async (headers) => {
    const before = demo.loads.get('measureText abandoned') ?? 0;
    const abort = new AbortController();
    const asked = post(`${API}?sample=endless`, null, headers, abort.signal).then((response) =>
      response.text(),
    );
    asked.catch(() => undefined);
    const started = demo.loads.get('measureText') ?? 0;
    await expect.poll(() => demo.loads.get('measureText') ?? 0).toBeGreaterThan(started - 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    abort.abort();
    await expect.poll(() => demo.loads.get('measureText abandoned')).toBe(before + 1);
  });
});

describe('its page', () => {
  it('has the form, and asks nothing', async () => {
    const asked = demo.loads.get('measureText');
    const { statusCode, body } = await demo.ask('/demo/measure');
    expect(statusCode).toBe(200);
    expect(body).toContain('data-api="/api/demo/v1/measure"');
    expect(body).not.toContain('id="bytes"');
    expect(demo.loads.get('measureText')).toBe(asked);
  });

  it('answers what its form sends', async () => {
    const response = await post('/demo/measure?lang=en', formWith('hello'));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<p id="bytes">5</p>');
  });

  it('answers without a file where none is needed', async () => {
    expect((await demo.ask('/demo/measure?sample=abc')).body).toContain('<p id="bytes">3</p>');
  });

  it('tells what the asker can mend, with the status of it', async () => {
    const response = await post('/demo/measure?failAt=once', formWith('hello'));
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('<p id="failure">There is no note 1');
  });

  it('refuses pages of other sites', async () => {
    expect((await post('/demo/measure', formWith('x'), { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});

it('stands on the page of the API', async () => {
  const { body } = await demo.ask('/api/demo');
  expect(body).toContain('<code>/api/demo/v1/measure</code>');
});
