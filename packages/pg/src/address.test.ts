import { describe, expect, it } from 'vitest';
import { checkUrl, maskUrl } from './address.ts';
import { badUrl } from './errors.ts';

describe('maskUrl', () => {
  it('shows everything but password and parameters', () => {
    expect(maskUrl('postgres://me:secret@db.example:5433/chain?options=x')).toBe(
      'postgres://me@db.example:5433/chain',
    );
    expect(maskUrl('postgres://me:secret@localhost/chain?host=/run/pg&password=secret')).toBe(
      'postgres://me@/run/pg/chain',
    );
    expect(maskUrl('me:secret@nowhere and back')).not.toContain('secret');
  });
});

describe('checkUrl', () => {
  it.each(['', 'localhost', 'http://user:secret@host/db', 'postgres//x', 'user:secret@host'])(
    'refuses %j without telling the password',
    (url) => {
      const attempt = (): string => checkUrl(url);
      expect(attempt).toThrow(expect.objectContaining({ code: badUrl.code }));
      expect(attempt).not.toThrow(/secret/);
    },
  );

  it('takes both names of the scheme', () => {
    expect(checkUrl('postgres://u@h/d')).toBe('postgres://u@h/d');
    expect(checkUrl('postgresql://u@h/d')).toBe('postgresql://u@h/d');
  });
});
