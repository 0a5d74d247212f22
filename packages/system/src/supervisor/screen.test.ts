import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScreen } from './screen.ts';
import { fitWidth } from './terminal-width.ts';

const ERASE = '\r\u001b[2K';
const HOSTILE = '\u001b[2J\nhttp://evil.example\r\u009b1A\u202e';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

function open(columns: number | null) {
  const out = { written: '', printed: '' };
  const screen = createScreen({
    columns: () => columns,
    write: (text) => void (out.written += text),
    print: (text) => void (out.printed += text),
  });
  const written = () => {
    const text = out.written;
    out.written = '';
    return text;
  };
  return { screen, written, printed: () => out.printed };
}

describe('on a terminal', () => {
  it('progress is written over, and a line that stays takes its place', () => {
    const { screen, written } = open(80);
    screen.progress('index', 'height 1');
    screen.progress('index', 'height 2');
    screen.ready('http', { provides: {}, says: 'http://127.0.0.1:3000' });
    screen.stopping('http');
    expect(written()).toBe(
      `${ERASE}  index     height 1${ERASE}  index     height 2` +
        `${ERASE}  http      http://127.0.0.1:3000\n  http      stopping\n`,
    );
  });

  it('progress never takes more than its line, whatever its letters', () => {
    const { screen, written } = open(30);
    for (const text of ['x'.repeat(500), '마당'.repeat(100), '👍'.repeat(100), HOSTILE.repeat(20)]) {
      screen.progress('index', text);
      const line = written().slice(ERASE.length);
      expect(fitWidth(line, 29)).toBe(line);
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    }
  });
});

describe('elsewhere', () => {
  it('the progress of each role is a line at most every ten seconds', () => {
    const { screen, written } = open(null);
    screen.progress('index', 'height 1');
    screen.progress('index', 'height 2');
    screen.progress('localnet', 'loading');
    vi.setSystemTime(9_999);
    screen.progress('index', 'height 3');
    vi.setSystemTime(10_000);
    screen.progress('index', 'height 4');
    expect(written()).toBe('  index     height 1\n  localnet  loading\n  index     height 4\n');
  });
});

describe.each([80, null])('with columns %s', (columns) => {
  it('the address is said to people and printed for scripts, once all is ready', () => {
    const { screen, written, printed } = open(columns);
    screen.open();
    screen.ready('localnet', { provides: {}, says: 'a recorded chain at http://127.0.0.1:9000' });
    screen.ready('http', { provides: {}, says: 'http://127.0.0.1:3000' });
    expect(printed()).toBe('');
    vi.setSystemTime(2340);
    screen.running();
    expect(written()).toContain('Ready after 2.3 s. Open this address; Ctrl-C stops everything.\n');
    expect(printed()).toBe('http://127.0.0.1:3000\n');
  });

  it('a house without a web has no address', () => {
    const { screen, written, printed } = open(columns);
    screen.ready('index', { provides: {}, says: null });
    screen.running();
    expect(written()).toBe('  index     ready\nReady after 0.0 s. Ctrl-C stops everything.\n');
    expect(printed()).toBe('');
  });

  it('a death is explained, with all that the role could say', () => {
    const { screen, written } = open(columns);
    screen.died('index', { code: 75, signal: null, text: 'NODE_GONE: no node\n  because: refused' }, 500);
    screen.died('http', { code: null, signal: 'SIGKILL', text: null });
    screen.renewing('index');
    screen.hurrying();
    screen.stopped();
    expect(written()).toBe(
      '  index     ended (exit code 75)\n    NODE_GONE: no node\n      because: refused\n' +
        '  index     starts again in 0.5 s\n' +
        '  http      ended (killed by SIGKILL)\n' +
        '  index     starts again with what has changed\n' +
        'Hurrying: everything but the database ends now.\n' +
        'Stopped. Everything is kept; start again to go on.\n',
    );
  });

  it('hostile text cannot move the cursor, hide a line or look like a line of ours', () => {
    const { screen, written, printed } = open(columns);
    screen.progress('index', HOSTILE);
    screen.ready('http', { provides: {}, says: HOSTILE });
    screen.died('index', { code: 1, signal: null, text: HOSTILE });
    screen.running();
    const text = written().replaceAll(ERASE, '');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(text.split('\n').filter((line) => line.startsWith('http'))).toEqual([]);
    expect(printed()).toBe('');
  });
});

describe('fitWidth', () => {
  it.each([
    ['plain', 10, 'plain'],
    ['plain', 3, 'pla'],
    ['마당 house', 4, '마당'],
    ['마당 house', 3, '마'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301e\u0301'],
    ['👍👍', 3, '👍'],
    ['', 0, ''],
  ])('%j in %i columns is %j', (text, columns, expected) => {
    expect(fitWidth(text, columns)).toBe(expected);
  });
});
