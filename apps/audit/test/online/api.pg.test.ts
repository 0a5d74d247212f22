import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/online/check.schema.ts';
import { check as command, folderOf, PACKAGE } from '../command/run.ts';
import { longContract } from './long-contract.ts';
import type { RunningAudit } from './serve.ts';
import { serveAudit } from './served.ts';
import { zipOf } from './zip.ts';

let house: RunningAudit;

beforeAll(async () => {
  house = await serveAudit({ 'audit-checks': '1', 'audit-waiting': '1', 'audit-check-seconds': '50' });
});
afterAll(() => house.stop());

interface Failed {
  readonly error: { readonly code: string; readonly message: string };
}
const failureOf = async (response: Response) => {
  const { error } = (await response.json()) as Failed;
  return [response.status, error.code];
};

const EVENTS = { headers: { accept: 'text/event-stream' } };

interface Event {
  readonly event: string;
  readonly data: unknown;
}
const eventsIn = (text: string): Event[] =>
  [...text.matchAll(/(?<=^|\n)event: ([^\n]*)\ndata: ([^\n]*)\n/g)].map(([, event = '', data = '']) => ({
    event,
    data: JSON.parse(data) as unknown,
  }));

/** Starts a check that takes long and has begun to run. */
async function longCheck(): Promise<{ leave: () => void }> {
  const abort = new AbortController();
  const response = await house.check(longContract(1200), 'name=long.py', { ...EVENTS, signal: abort.signal });
  expect(response.status).toBe(200);
  return { leave: () => abort.abort() };
}

describe('a check', { timeout: 120_000 }, () => {
  const forms = {
    'a zip': () => zipOf(PACKAGE),
    'the hex content of a deploy transaction': () => `0x${Buffer.from(zipOf(PACKAGE)).toString('hex')}\n`,
  };

  it.each(Object.entries(forms))('of %s finds what the command line finds, to the byte', async (_, body) => {
    const folder = folderOf({});
    writeFileSync(join(folder, 'a.zip'), zipOf(PACKAGE));
    const { printed } = await command(join(folder, 'a.zip'), '--format=json');
    const response = await house.check(body(), 'language=en');
    expect(response.status).toBe(200);
    const report = (await response.json()) as AuditReport;
    expect(JSON.stringify(report, null, 2)).toBe(printed);
    expect(report.packages[0]!.findings.length).toBeGreaterThan(1);
  });

  it('of one Python file is told by its name', async () => {
    const response = await house.check('def (:\n', 'name=토큰.py&language=ko');
    const { packages } = (await response.json()) as AuditReport;
    expect(packages[0]!.files).toEqual([{ path: '토큰.py', lines: 2 }]);
    expect(packages[0]!.findings[0]).toMatchObject({ rule: 'X001' });
  });

  it('speaks the language that is asked for, else that of the house', async () => {
    const messages = async (query: string) =>
      ((await (await house.check('', `sample=yes&${query}`)).json()) as AuditReport).packages[0]!.findings[0]!
        .advice;
    expect(await messages('language=en')).toMatch(/^[\x20-\x7e]+$/);
    expect(await messages('')).toMatch(/[가-힣]/);
  });

  it('tells its progress and ends with the report', async () => {
    const events = eventsIn(await (await house.check('', 'sample=yes&language=en', EVENTS)).text());
    const names = events.map(({ event }) => event);
    expect(names.slice(0, -1).every((name) => name === 'progress')).toBe(true);
    expect(names.length).toBeGreaterThan(3);
    const plain: unknown = await (await house.check('', 'sample=yes&language=en')).json();
    expect(events.at(-1)).toEqual({ event: 'report', data: plain });
  });

  it('draws the report when asked', async () => {
    const { html } = (await (await house.check('', 'sample=yes&html=yes')).json()) as AuditReport;
    expect(html).toMatch(/^<div class="audit-report">/);
  });
});

describe('refused is', { timeout: 120_000 }, () => {
  it.each<[string, Record<string, string | Uint8Array>, number, string]>([
    ['what leads out', { '../a.py': 'x = 1' }, 422, 'ICON_ARCHIVE_UNSAFE'],
    ['a bomb', { 'a.py': new Uint8Array(100 * 1024 * 1024) }, 413, 'ICON_ARCHIVE_TOO_LARGE'],
    ['what is no contract', { 'a.txt': 'hello' }, 422, 'AUDIT_NOTHING_TO_READ'],
  ])('a zip with %s', async (_, files, status, code) => {
    expect(await failureOf(await house.check(zipOf(files)))).toEqual([status, code]);
    const events = eventsIn(await (await house.check(zipOf(files), '', EVENTS)).text());
    expect(events.at(-1)).toMatchObject({ event: 'failed', data: { error: { code } } });
  });

  it('a zip that is cut off', async () => {
    expect(await failureOf(await house.check(zipOf(PACKAGE).slice(0, -10)))).toEqual([
      422,
      'ICON_ARCHIVE_DAMAGED',
    ]);
  });

  it('nothing', async () => {
    expect(await failureOf(await house.check(''))).toEqual([400, 'AUDIT_NOTHING_HANDED_IN']);
  });

  it('more than 4 MiB', async () => {
    const response = await house.check(new Uint8Array(4 * 1024 * 1024 + 1));
    expect(await failureOf(response)).toEqual([413, 'HTTP_TOO_LARGE']);
  });

  it.each(['name=a/b.py', 'name=%00.py', 'language=fr', 'html=maybe', 'x=1'])('?%s', async (query) => {
    expect(await failureOf(await house.check('x = 1', query))).toEqual([400, 'HTTP_INPUT_INVALID']);
  });

  it('what comes while too many wait; who leaves makes room', async () => {
    const running = await longCheck();
    const waiting = await longCheck();
    const response = await house.check('', 'sample=yes');
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await failureOf(response)).toEqual([429, 'AUDIT_TOO_MANY_CHECKS']);
    expect(await failureOf(await house.check('', 'sample=yes', EVENTS))).toEqual([
      429,
      'AUDIT_TOO_MANY_CHECKS',
    ]);
    waiting.leave();
    running.leave();
    await expect
      .poll(async () => (await house.check('', 'sample=yes')).status, { timeout: 20_000, interval: 300 })
      .toBe(200);
  });

  it('what takes too long, by a setting', async () => {
    const strict = await serveAudit({ 'audit-check-seconds': '1' });
    try {
      const response = await strict.check(longContract(1200), 'name=long.py');
      expect(await failureOf(response)).toEqual([422, 'AUDIT_CHECK_TOO_LONG']);
    } finally {
      await strict.stop();
    }
  });

  it('what a page of another site sends', async () => {
    const response = await house.check('x = 1', '', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(await failureOf(response)).toEqual([403, 'HTTP_OTHER_ORIGIN']);
  });
});

describe('an address that asks too often', { timeout: 120_000 }, () => {
  const ask = (of: RunningAudit, from?: string, accept = 'application/json') =>
    of.check('', 'sample=yes', {
      headers: { accept, ...(from !== undefined && { 'x-forwarded-for': from }) },
    });
  const statuses = async (of: RunningAudit, ...from: (string | undefined)[]) => {
    const found: number[] = [];
    for (const each of from) found.push((await ask(of, each)).status);
    return found;
  };

  it('is told when to come back, whoever it says that it is, by program, stream and page', async () => {
    const strict = await serveAudit({ 'audit-checks-per-minute': '2' });
    try {
      expect(await statuses(strict, undefined, '198.51.100.1', '198.51.100.2')).toEqual([200, 200, 429]);
      for (const accept of ['application/json', 'text/event-stream']) {
        const response = await ask(strict, undefined, accept);
        const seconds = Number(response.headers.get('retry-after'));
        expect(seconds).toBeGreaterThan(30);
        expect(seconds).toBeLessThanOrEqual(60);
        const { error } = (await response.json()) as Failed;
        expect([response.status, error.code]).toEqual([429, 'AUDIT_CHECKS_TOO_OFTEN']);
        expect(error.message).toContain(`Try again in ${seconds} s`);
      }
      const page = await strict.ask('/audit/check?sample=yes&lang=ko');
      expect(page.status).toBe(429);
      expect(await page.text()).toContain('짧은 시간에 너무 많이 검사했습니다');
    } finally {
      await strict.stop();
    }
  });

  it('is the one that a trusted proxy names, and not what stood there before', async () => {
    const proxied = await serveAudit({ 'audit-checks-per-minute': '1', 'trusted-proxies': '127.0.0.0/8' });
    try {
      const [one, other, made] = ['198.51.100.1', '198.51.100.2', '9.9.9.9, 198.51.100.1'];
      expect(await statuses(proxied, one, other, one, made, other)).toEqual([200, 200, 429, 429, 429]);
    } finally {
      await proxied.stop();
    }
  });
});

describe('the rules', () => {
  interface Items {
    readonly items: readonly { readonly id: string; readonly severity: string }[];
  }
  const items = async (query: string) =>
    ((await (await house.ask(`/api/audit/v1/rules?${query}`)).json()) as Items).items;

  it('are all there, and found by severity, family and words', async () => {
    expect(await items('')).toHaveLength(113);
    const critical = await items('severity=critical&family=D');
    expect(critical.length).toBeGreaterThan(3);
    expect(critical.every(({ id, severity }) => id.startsWith('D') && severity === 'critical')).toBe(true);
    expect((await items('text=REENTRANCY')).map(({ id }) => id)).toContain('F01');
    expect((await items('text=CL-W07')).map(({ id }) => id)).toContain('F01');
    expect(await items('text=no-such-thing')).toEqual([]);
  });

  it('have a page each, as it is written', async () => {
    const response = await house.ask('/api/audit/v1/rules/f01');
    const page = readFileSync(join(import.meta.dirname, '../../src/rules/F01-reentrancy/doc.ko.md'), 'utf8');
    expect(await response.json()).toMatchObject({ id: 'F01', page: { ko: page }, after: 'F02' });
    expect(await failureOf(await house.ask('/api/audit/v1/rules/F99'))).toEqual([
      404,
      'AUDIT_RULE_NOT_FOUND',
    ]);
  });
});

it('the facts count what is there', async () => {
  const response = await house.ask('/api/audit/v1/facts');
  expect(await response.json()).toMatchObject({ rules: 113, checklistLines: 27, limits: { seconds: 50 } });
});
