import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo, type ServedDemo } from '../../test/serve-demo.ts';

let demo: ServedDemo;
let note: number;

const HOSTILE = '<img src=x onerror=alert(1)>"\'&\u202e';

beforeAll(async () => {
  demo = await serveDemo();
  note = await demo.addNote(HOSTILE);
});
afterAll(() => demo.stop());

const HTML = { accept: 'text/html' };

describe('a page', () => {
  it('draws the answer, in a document with the banner and the places of its system', async () => {
    const { statusCode, headers, body } = await demo.ask('/demo/notes?lang=en');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toMatch(/^<!doctype html><html lang="en"/);
    expect(body).toContain('Newest note: 1');
    expect(body).toMatch(/<a href="\/demo\/notes" aria-current="page">Notes<\/a>/);
  });

  it('shows hostile text as text', async () => {
    const { body } = await demo.ask(`/demo/notes/${note}`);
    expect(body).not.toContain('<img');
    expect(body).toContain('&lt;img src=x onerror=alert(1)>');
  });

  it('means by a filter what the answer means, and leads to it', async () => {
    await demo.addNote('green', 'green');
    const page = await demo.ask('/demo/notes?colour=green&lang=en&theme=dark');
    expect(page.body).toContain('>green<');
    expect(page.body).not.toContain('&lt;img');
    expect(page.body).toContain('href="/api/demo/v1/notes?colour=green&amp;format=csv"');
  });

  it('refuses what the answer refuses, as a page when HTML is asked for', async () => {
    const page = await demo.ask('/demo/notes?color=red&lang=en', HTML);
    expect(page.statusCode).toBe(400);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('color is unknown here (did you mean colour?)');
    expect(page.body).toContain(String(page.headers['x-request-id']));
    expect((await demo.ask('/demo/notes?color=red')).headers['content-type']).toMatch(/json/);
  });

  it('of nothing says so within its system', async () => {
    const page = await demo.ask('/demo/notes/12345?lang=en', HTML);
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('There is no note 12345');
    expect(page.body).toContain('href="/demo/notes"');
    expect(page.body).toContain('href="?lang=ko"');
  });

  it('shows hostile addresses as text, too', async () => {
    const page = await demo.ask('/%3Cscript%3Ealert(1)%3C/script%3E?a=%22%3E%3Cscript%3E', HTML);
    expect(page.statusCode).toBe(404);
    expect(page.body).not.toMatch(/<script>/);
  });

  it('cannot be written', async () => {
    const response = await demo.server.inject({ method: 'POST', url: '/demo/notes', headers: HTML });
    expect(response.statusCode).toBe(405);
  });
});

describe('language and theme', () => {
  it.each<[string, string, Record<string, string>, string]>([
    ['the address', '?lang=en', { cookie: 'lang=ko', 'accept-language': 'ko' }, 'en'],
    ['the cookie', '', { cookie: 'a=b; lang=en', 'accept-language': 'ko' }, 'en'],
    ['the browser', '', { 'accept-language': 'fr, en-GB;q=0.8, ko; q=0.5' }, 'en'],
    ['the browser, by weight', '', { 'accept-language': 'en; q=0.1, ko-KR; q=0.9' }, 'ko'],
    ['the browser, without what it refuses', '', { 'accept-language': 'ko;q=0, en;q=0.1' }, 'en'],
    ['the house', '', { 'accept-language': 'fr' }, 'ko'],
    ['the house, when the address asks for none of ours', '?lang=fr', {}, 'ko'],
    ['the house, when the cookie is odd', '', { cookie: 'lang; lang=; =; lang==en' }, 'ko'],
  ])('come from %s', async (_name, query, headers, lang) => {
    expect((await demo.ask(`/${query}`, headers)).body).toContain(`<html lang="${lang}"`);
  });

  it('are remembered when asked for, and only then, and only when they are ours', async () => {
    expect((await demo.ask('/?lang=en&theme=dark')).headers['set-cookie']).toEqual([
      'lang=en; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly',
      'theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly',
    ]);
    expect((await demo.ask('/')).headers).not.toHaveProperty('set-cookie');
    const odd = '/?lang=en%0d%0aset-cookie:%20a=b&theme=%3Cscript%3E';
    expect((await demo.ask(odd)).headers).not.toHaveProperty('set-cookie');
    expect((await demo.ask('/?lang=en&lang=ko')).headers).not.toHaveProperty('set-cookie');
  });

  it('hold on pages of failures, which remember nothing', async () => {
    const page = await demo.ask('/nowhere?lang=en&theme=dark', HTML);
    expect(page.body).toMatch(/<html lang="en".*data-theme="dark"/);
    expect(page.headers).not.toHaveProperty('set-cookie');
    expect((await demo.ask('/%zz', { ...HTML, cookie: 'lang=en' })).body).toContain('<html lang="en"');
  });

  it('are told to caches, together with the packing', async () => {
    const { headers } = await demo.ask('/demo/notes', { 'accept-encoding': 'br' });
    expect(String(headers.vary).split(', ').sort()).toEqual(['accept-encoding', 'accept-language', 'cookie']);
  });

  it('lead nowhere else: no answer is a redirect, whatever is asked', async () => {
    for (const url of [
      '/?lang=//evil.example',
      '//evil.example/',
      '/demo/notes/?next=https://evil.example',
      '/\\evil',
    ]) {
      const { statusCode, headers } = await demo.ask(url, HTML);
      expect(statusCode < 300 || statusCode >= 400).toBe(true);
      expect(headers).not.toHaveProperty('location');
    }
    const { body } = await demo.ask('//evil.example/', HTML);
    expect(body).not.toMatch(/href="[^"]*evil/);
  });
});

describe('ETags of pages', () => {
  const tagOf = async (url: string, headers: Record<string, string> = {}) =>
    String((await demo.ask(url, headers)).headers.etag);

  it('have the reader ask again, also for what is sealed, and spare the loading', async () => {
    const { headers } = await demo.ask(`/demo/notes/${note}`);
    expect(headers['cache-control']).toBe('no-cache');
    const loads = demo.loads.get('getNote');
    const again = await demo.ask(`/demo/notes/${note}`, { 'if-none-match': String(headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(again.headers.vary).toBe('cookie, accept-language');
    expect(demo.loads.get('getNote')).toBe(loads);
  });

  it('vary with language and theme, from wherever these come', async () => {
    const tags = await Promise.all([
      tagOf('/demo/notes', { cookie: 'lang=ko' }),
      tagOf('/demo/notes', { cookie: 'lang=en' }),
      tagOf('/demo/notes', { cookie: 'lang=en; theme=dark' }),
      tagOf('/demo/notes', { cookie: 'lang=en; theme=light' }),
    ]);
    expect(new Set(tags).size).toBe(4);
    expect(await tagOf('/demo/notes', { 'accept-language': 'en' })).toBe(tags[1]);
  });

  it('change with the version of the answer', async () => {
    const before = await tagOf('/demo/notes');
    await demo.addNote('one more');
    expect(await tagOf('/demo/notes')).not.toBe(before);
  });
});

describe('the house', () => {
  it('leads from the courtyard to its systems and their API', async () => {
    const { body } = await demo.ask('/?lang=en');
    expect(body).toContain('A system with one of everything.');
    expect(body).toContain('href="/demo"');
    expect(body).toContain('href="/api/demo"');
  });

  it('lists every question on the API page, with its parameters', async () => {
    for (const url of ['/api?lang=en', '/api/demo?lang=en']) {
      const { body } = await demo.ask(url);
      expect(body).toContain('href="/api/demo/v1/notes"');
      expect(body).toContain('/api/demo/v1/notes/:id');
      expect(body).toContain('colour, limit, cursor, format');
      expect(body).toContain('All notes, newest first.');
      expect(body).toContain('href="/api/demo/v1/openapi.json"');
    }
  });

  it('serves the OpenAPI document of each system', async () => {
    const { headers, body } = await demo.ask('/api/demo/v1/openapi.json');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(body)).toMatchObject({ openapi: '3.1.0', info: { title: 'Madang demo' } });
  });

  it('serves the style of its pages, to be kept for ever', async () => {
    const { body } = await demo.ask('/');
    const style = /<link rel="stylesheet" href="([^"]+)"/.exec(body)?.[1] ?? '';
    const { statusCode, headers } = await demo.ask(style);
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toContain('immutable');
  });

  it('is not ready while its database is away, and does not tell where that is', async () => {
    const other = await serveDemo();
    expect((await other.ask('/ready')).json()).toEqual({
      ready: false,
      reasons: { demo: 'there are no notes yet' },
    });
    await other.database.close();
    const { statusCode, body } = await other.ask('/ready');
    expect(statusCode).toBe(503);
    expect(JSON.parse(body)).toEqual({ ready: false, reasons: { database: 'PG_CLOSED' } });
    expect((await other.ask('/?lang=en')).statusCode).toBe(200);
    expect((await other.ask('/demo/notes?lang=en', HTML)).body).toContain('PG_CLOSED');
    await other.stop();
  });
});
