import { describe, expect, it } from 'vitest';
import { createLogger, type LogSettings } from './index.ts';

function logInto(settings: LogSettings = {}) {
  let text = '';
  const destination = { write: (chunk: string | Uint8Array) => void (text += chunk.toString()) };
  return { log: createLogger({ ...settings, destination }), text: () => text };
}

const records = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e]/u;
// Colours are the printer's own.
const withoutColours = (text: string) => text.replace(/\u001b\[\d+m/g, '');

const HOSTILE =
  '\u001b[2J\u009b2J\u202e\u2028\n{"level":"fatal","msg":"forged"}\n12:00:00 FATAL forged\ttab\u{e0041}';

describe('a logger that writes JSON', () => {
  it('writes one record a line with level, RFC 3339 time, bindings, fields and message', () => {
    const { log, text } = logInto({ bindings: { role: 'http' }, format: 'json' });
    log.info({ height: 7 }, 'block indexed');
    log.debug('not at this level');
    const [record, ...more] = records(text());
    expect(more).toEqual([]);
    expect(record).toMatchObject({ level: 'info', role: 'http', height: 7, msg: 'block indexed' });
    expect(record?.['time']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('escapes what could change a terminal or add a line, without losing it', () => {
    const { log, text } = logInto({ format: 'json' });
    log.info({ title: HOSTILE, [HOSTILE]: 1, err: new Error(HOSTILE) }, 'looked at');
    expect(text().trimEnd().split('\n')).toHaveLength(1);
    expect(text()).not.toMatch(CONTROLS);
    const [record] = records(text());
    expect(record?.['title']).toBe(HOSTILE);
    expect(record?.[HOSTILE]).toBe(1);
  });
});

describe('a logger that writes for people', () => {
  it('writes time, level, message and fields in a line', () => {
    const { log, text } = logInto({ format: 'pretty', bindings: { role: 'http' } });
    log.warn({ height: 7 }, 'block indexed');
    expect(withoutColours(text())).toMatch(
      /^\[\d\d:\d\d:\d\d\] WARN: block indexed \{.*"role":"http".*"height":7.*\}\n$/,
    );
  });

  it('shows hostile text as text, and every line of it behind an indent', () => {
    const { log, text } = logInto({ format: 'pretty' });
    log.error({ title: HOSTILE, [HOSTILE]: 1, err: new Error(HOSTILE) }, HOSTILE);
    const lines = withoutColours(text()).trimEnd().split('\n');
    expect(lines[0]).toMatch(/^\[\d\d:\d\d:\d\d\] ERROR: \\u\{1b\}\[2J/);
    expect(lines.slice(1).filter((line) => !line.startsWith('    '))).toEqual([]);
    expect(lines.join('')).not.toMatch(CONTROLS);
  });

  it('keeps backslashes as they are', () => {
    const { log, text } = logInto({ format: 'pretty' });
    log.info('C:\\u001b and \\n');
    expect(text()).toContain('C:\\u001b and \\n');
  });
});

describe.each(['json', 'pretty'] as const)('secrets in %s', (format) => {
  it('are hidden by the name of their field, up to three levels deep', () => {
    const { log, text } = logInto({ format });
    log.info(
      {
        password: 'hunter2',
        user: { token: 'hunter2' },
        a: { b: { databaseUrl: 'hunter2' } },
        other: 'kept',
      },
      'x',
    );
    expect(text()).not.toContain('hunter2');
    expect(text()).toContain('kept');
  });

  it('are hidden in addresses wherever these stand', () => {
    const { log, text } = logInto({ format });
    const address = 'postgres://user:hunter2@host:5432/db';
    log.error(
      { err: new Error(`cannot reach ${address}`), where: address, list: [address] },
      `at ${address}`,
    );
    expect(text()).not.toContain('hunter2');
    expect(text()).toContain('postgres://user:(secret)@host:5432/db');
  });

  it('leaves addresses without a password alone', () => {
    const { log, text } = logInto({ format });
    log.info({ url: 'http://127.0.0.1:3000/a@b:c', host: 'postgres://user@host:5432/db' }, 'x');
    expect(text()).toContain('http://127.0.0.1:3000/a@b:c');
    expect(text()).toContain('postgres://user@host:5432/db');
  });
});
