import { describe, expect, it } from 'vitest';
import { CodedError, defineError, exitCodeOf, explain, printable, printableLines, raise } from './index.ts';

const missing = defineError<{ height: number }>({
  code: 'TEST_MISSING',
  status: 404,
  retry: 'later',
  message: ({ height }) => `No block at height ${height}; try again later.`,
});

describe('defineError', () => {
  it('makes errors that carry code, status, retry class, details and cause', () => {
    const cause = new Error('socket closed');
    const error = missing({ height: 7 }, cause);
    expect(error).toBeInstanceOf(CodedError);
    expect(error).toMatchObject({
      code: 'TEST_MISSING',
      status: 404,
      retry: 'later',
      details: { height: 7 },
      cause,
    });
    expect(error.message).toContain('height 7');
  });

  it('recognises its own errors and no others', () => {
    expect(missing.is(missing({ height: 1 }))).toBe(true);
    expect(missing.is(new Error('No block'))).toBe(false);
  });

  it('refuses a code that is not SYSTEM_WHAT', () => {
    expect(() => defineError({ code: 'oops', status: 400, retry: 'never', message: () => '' })).toThrow(
      /oops/,
    );
  });
});

describe('exitCodeOf', () => {
  it('is 75 for what may work later, 2 for wrong usage, 1 for the rest', () => {
    const usage = defineError({ code: 'TEST_USAGE', status: 400, retry: 'never', message: () => 'no' });
    expect(exitCodeOf(missing({ height: 1 }))).toBe(75);
    expect(exitCodeOf(usage({}))).toBe(2);
    expect(exitCodeOf(new Error('x'))).toBe(1);
  });
});

describe('explain', () => {
  it('shows the chain of causes, one a line', () => {
    const error = missing({ height: 2 }, new Error('timed out', { cause: new Error('ETIMEDOUT') }));
    expect(explain(error)).toBe(
      'TEST_MISSING: No block at height 2; try again later.\n  because: timed out\n  because: ETIMEDOUT',
    );
  });

  it('takes whatever was thrown, and an error of several', () => {
    expect(explain('only text')).toBe('only text');
    expect(explain(new TypeError())).toBe('TypeError');
    const both = new AggregateError([new Error('::1 refused'), new Error('127.0.0.1 refused')]);
    expect(explain(both)).toBe('::1 refused; 127.0.0.1 refused');
  });

  it('ends a chain that never would', () => {
    const endless = new Error('round');
    endless.cause = endless;
    expect(explain(endless).split('\n')).toHaveLength(5);
  });

  it('makes what could change a terminal visible', () => {
    expect(explain(new Error('\u001b[2Jgone'))).toBe('\\u{1b}[2Jgone');
  });
});

describe('printable', () => {
  it('leaves ordinary text of any script alone', () => {
    expect(printable('마당 block\t12 👍')).toBe('마당 block\t12 👍');
  });

  it('makes escapes, line breaks, bidi marks, NUL and lone surrogates visible', () => {
    expect(printable('\u001b[31mred\u202eevil\u0000\ud800\u009b2J')).toBe(
      '\\u{1b}[31mred\\u{202e}evil\\u{0}\\u{d800}\\u{9b}2J',
    );
    expect(printable('12\n  because: a line that somebody made up\r')).toBe(
      '12\\u{a}  because: a line that somebody made up\\u{d}',
    );
  });

  it('cuts long text and says how long it was', () => {
    expect(printable('a'.repeat(3000))).toMatch(/^a{2000}… \(3000 characters\)$/);
  });

  it('does not cut a character in two', () => {
    expect(printable('a👍b', 2)).toBe('a… (4 characters)');
    expect(printable('a👍b', 3)).toBe('a👍… (4 characters)');
  });
});

describe('printableLines', () => {
  it('keeps line breaks and nothing else', () => {
    expect(printableLines('one\ntwo\u001b[2J\r')).toBe('one\ntwo\\u{1b}[2J\\u{d}');
  });
});

describe('raise', () => {
  it('throws what it is given', () => {
    expect(() => raise(missing({ height: 3 }))).toThrow('height 3');
  });
});
