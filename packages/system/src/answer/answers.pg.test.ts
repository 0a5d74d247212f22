import type { ErrorBody } from '@madang/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo, type ServedDemo } from '../../test/serve-demo.ts';

const API = '/api/demo/v1';
let demo: ServedDemo;
let first: number;

beforeAll(async () => {
  demo = await serveDemo({ 'demo-greeting': 'Annyeong' });
  first = await demo.addNote('first', 'red', { a: [1, null, '마당'] });
});
afterAll(() => demo.stop());

const errorOf = (response: { json: () => unknown }) => (response.json() as ErrorBody).error;

describe('an answer', () => {
  it('is loaded from PostgreSQL and fits its schema', async () => {
    const response = await demo.ask(`${API}/notes/${first}`);
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.json()).toEqual({
      id: first,
      title: 'first',
      colour: 'red',
      details: { a: [1, null, '마당'] },
    });
  });

  it('may depend on a setting', async () => {
    expect((await demo.ask(`${API}/greeting`)).json()).toEqual({ greeting: 'Annyeong' });
  });

  it('fails as its system says', async () => {
    const response = await demo.ask(`${API}/notes/999999`);
    expect(response.statusCode).toBe(404);
    expect(errorOf(response)).toEqual({
      code: 'DEMO_NOTE_NOT_FOUND',
      message: 'There is no note 999999; /demo/notes has all of them.',
      details: { id: 999999 },
    });
  });

  it('cannot be written', async () => {
    const response = await demo.server.inject({ method: 'POST', url: `${API}/notes`, payload: { a: 1 } });
    expect(response.statusCode).toBe(405);
    expect(errorOf(response).code).toBe('HTTP_METHOD_NOT_ALLOWED');
  });

  it('has a HEAD', async () => {
    const response = await demo.server.inject({ method: 'HEAD', url: `${API}/notes/${first}` });
    expect([response.statusCode, response.body]).toEqual([200, '']);
    expect(Number(response.headers['content-length'])).toBeGreaterThan(10);
  });
});

describe('input', () => {
  it('is refused with every issue at once, each with its value, and near names', async () => {
    const response = await demo.ask(`${API}/search/nots?page=two&titel=x&utterly=1`);
    expect(response.statusCode).toBe(400);
    const { code, message, details } = errorOf(response);
    expect(code).toBe('HTTP_INPUT_INVALID');
    expect(message).toBe(
      'kind is "nots": must be one of note, colour (did you mean note?); ' +
        'page is "two": must be a number; ' +
        'titel is unknown here (did you mean title?); utterly is unknown here. ' +
        'See /api for what this answer takes.',
    );
    expect(details['issues']).toMatchObject([
      { in: 'path', name: 'kind', value: 'nots' },
      { in: 'query', name: 'page', value: 'two' },
      { in: 'query', name: 'titel' },
      { in: 'query', name: 'utterly' },
    ]);
  });

  it('that is empty means absent, as a form sends it', async () => {
    expect((await demo.ask(`${API}/search/note?page=&title=first`)).json()).toEqual({ found: 1, page: 0 });
    expect((await demo.ask(`${API}/search/note?page=&page=3&title=`)).json()).toEqual({ found: 0, page: 3 });
    expect((await demo.ask(`${API}/notes?colour=&limit=&cursor=&format=`)).statusCode).toBe(200);
  });

  it.each([
    ['page=1&page=2', /page is "1, 2": must be given once only/],
    ['page=-1', /page is "-1": must be a number/],
    ['page=1e3', /page is "1e3"/],
    ['__proto__=1', /__proto__ is unknown here/],
    ['constructor=1', /constructor is unknown here/],
    ['page[]=1', /page\[\] is unknown here/],
    [`${'x'.repeat(300)}=1`, /x{100}… \(300 characters\) is unknown here/],
    ['page=%1b%5b2J', /page is "\\u\{1b\}\[2J"/],
    ['lang=en', /lang is unknown here/],
    ['title=a%00b', /A value cannot be looked up/],
    ['title=%ff', /percent-encoding/],
  ])('%s → 400', async (query, message) => {
    const response = await demo.ask(`${API}/search/note?${query}`);
    expect(response.statusCode).toBe(400);
    expect(errorOf(response).message).toMatch(message);
  });

  it.each([
    '0',
    '-1',
    '01',
    '1.5',
    '1e3',
    'abc',
    '%20',
    '9'.repeat(16),
    '%00',
    '1%00',
    '%27%20or%201=1',
    '..%2f..',
  ])('a note %s does not exist, and says so', async (id) => {
    const response = await demo.ask(`${API}/notes/${id}`);
    expect(response.statusCode).toBe(400);
    expect(errorOf(response).message).toMatch(/^id is ".*": must be the number of a note/);
  });

  it('goes to PostgreSQL as a value, whatever it says', async () => {
    const title = "'; drop table demo.note; --";
    expect((await demo.ask(`${API}/search/note?title=${encodeURIComponent(title)}`)).json()).toMatchObject({
      found: 0,
    });
    expect((await demo.ask(`${API}/notes`)).statusCode).toBe(200);
  });
});

describe('a reply that does not fit its schema', () => {
  const fitting = { id: 1, title: 'x', colour: 'red', details: null };

  it.each<[string, unknown, RegExp]>([
    ['has a member too many', { ...fitting, secret: 'hunter2' }, /additional properties.*secret/],
    ['lacks a member', { id: 1, title: 'x', colour: 'red' }, /required property 'details'/],
    ['has a number for a string', { ...fitting, title: 12 }, /\/title must be string/],
    ['has a string for a number', { ...fitting, id: '12' }, /\/id must be integer/],
    ['has a fraction for a whole number', { ...fitting, id: 1.5 }, /\/id must be integer/],
    ['has no number', { ...fitting, id: NaN }, /\/id must be integer/],
    ['has another choice', { ...fitting, colour: 'blue' }, /\/colour must be equal to one of/],
    ['is nothing', null, /must be object/],
    ['is a list', [fitting], /must be object/],
  ])('%s: a failure of ours that the log explains, never a changed answer', async (_name, value, reason) => {
    demo.give(value);
    const before = demo.logged().length;
    const response = await demo.ask(`${API}/misfit`);
    expect(response.statusCode).toBe(500);
    expect(errorOf(response)).toMatchObject({ code: 'SYSTEM_MISFIT', details: {} });
    expect(response.body).not.toContain('hunter2');
    expect(demo.logged().slice(before)).toMatch(reason);
  });

  it('is the exception: one that fits is answered', async () => {
    demo.give(fitting);
    expect((await demo.ask(`${API}/misfit`)).json()).toEqual(fitting);
  });
});

describe('ETag and Cache-Control', () => {
  it('a sealed answer may be kept, and is not loaded again for who has it', async () => {
    const one = await demo.ask(`${API}/notes/${first}`);
    expect(one.headers['cache-control']).toBe('public, max-age=86400, immutable');
    const loads = demo.loads.get('getNote');
    const again = await demo.ask(`${API}/notes/${first}`, { 'if-none-match': String(one.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(again.headers.etag).toBe(one.headers.etag);
    expect(demo.loads.get('getNote')).toBe(loads);
  });

  it('a failed answer has no ETag, and is never stored', async () => {
    const { headers } = await demo.ask(`${API}/notes/999999`);
    expect(headers).not.toHaveProperty('etag');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('an answer with a version is loaded again when, and only when, the version has changed', async () => {
    const one = await demo.ask(`${API}/notes`);
    expect(one.headers['cache-control']).toBe('no-cache');
    const known = { 'if-none-match': String(one.headers.etag) };
    const loads = demo.loads.get('listNotes') ?? 0;
    expect((await demo.ask(`${API}/notes`, known)).statusCode).toBe(304);
    expect(demo.loads.get('listNotes')).toBe(loads);
    await demo.addNote('second');
    const changed = await demo.ask(`${API}/notes`, known);
    expect(changed.statusCode).toBe(200);
    expect(changed.headers.etag).not.toBe(one.headers.etag);
    expect(demo.loads.get('listNotes')).toBe(loads + 1);
  });

  it('tags are compared weakly, in lists, and never by a star alone', async () => {
    const tag = String((await demo.ask(`${API}/notes/${first}`)).headers.etag);
    const status = async (known: string) =>
      (await demo.ask(`${API}/notes/${first}`, { 'if-none-match': known })).statusCode;
    expect(await status(tag.replace('W/', ''))).toBe(304);
    expect(await status(`"other", ${tag}`)).toBe(304);
    expect(await status('*')).toBe(200);
    expect(await status('"other"')).toBe(200);
  });

  it('differ between addresses, filters and formats', async () => {
    const urls = ['notes', 'notes?colour=red', 'notes?colour=green', 'notes?format=csv', `notes/${first}`];
    const tags = await Promise.all(urls.map(async (url) => (await demo.ask(`${API}/${url}`)).headers.etag));
    const csv = (await demo.ask(`${API}/notes`, { accept: 'text/csv' })).headers.etag;
    expect(new Set([...tags, csv]).size).toBe(6);
  });

  it('a volatile answer has no ETag and is never stored', async () => {
    const { headers } = await demo.ask(`${API}/greeting`);
    expect(headers).not.toHaveProperty('etag');
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('health', () => {
  it('is told to anybody, without names of the inside', async () => {
    expect((await demo.ask('/health')).body).toBe('alive\n');
    expect((await demo.ask('/ready')).json()).toEqual({ ready: true, reasons: {} });
  });
});
