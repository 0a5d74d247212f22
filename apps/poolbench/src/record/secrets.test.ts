import { describe, expect, it } from 'vitest';
import { secretCutter } from './secrets.ts';

describe('known secrets', () => {
  it('are cut out in every spelling', () => {
    const secret = 'k4n"4ry p@ss/\\word';
    const cut = secretCutter([secret]);
    const text = [secret, encodeURIComponent(secret), JSON.stringify({ message: secret })].join(' | ');
    expect(cut(text)).toBe('(secret) | (secret) | {"message":"(secret)"}');
  });

  it('are cut out whole when one is a part of another', () => {
    expect(secretCutter(['canary', 'canary-2'])('canary-2 and canary')).toBe('(secret) and (secret)');
  });

  it('may be empty, which cuts nothing', () => {
    expect(secretCutter([''])('text')).toBe('text');
  });
});

describe('secrets that nobody knows', () => {
  const cut = secretCutter([]);

  it.each([
    ['postgres://madang:hush@db:5432/x', 'postgres://madang:(secret)@db:5432/x'],
    ['postgresql://madang:hu@sh:2@db/x', 'postgresql://madang:(secret)@db/x'],
    [
      'postgres://db/x?user=u&password=hush&sslmode=require',
      'postgres://db/x?user=u&password=(secret)&sslmode=require',
    ],
    ["host=db password='hu sh\\'2' user=u", "host=db password='(secret)' user=u"],
    ['PGPASSWORD=hush psql', 'PGPASSWORD=(secret) psql'],
    ['{"password":"hush","user":"u"}', '{"password":"(secret)","user":"u"}'],
    ['"{\\"password\\":\\"hush\\"}"', '"{\\"password\\":\\"(secret)"'],
    ["password='hush", 'password=(secret)'],
    ["alter role u password 'hu''sh' login", "alter role u password '(secret)' login"],
  ])('%s', (text, shown) => {
    expect(cut(text)).toBe(shown);
  });

  it('leaves other text alone', () => {
    const text = 'password authentication failed for user "u" at http://db:9090/a?b=c (mail: me@example.org)';
    expect(cut(text)).toBe(text);
  });
});
