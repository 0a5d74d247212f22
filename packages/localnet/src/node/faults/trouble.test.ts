import { describe, expect, it } from 'vitest';
import { parseTrouble, parseTroubles, troubleText } from './trouble.ts';

describe('a trouble', () => {
  it.each([
    ['429', { kind: '429', often: { share: 1 } }],
    ['429:0.2', { kind: '429', often: { share: 0.2 } }],
    ['cut:x3', { kind: 'cut', often: { times: 3 } }],
    ['slow:500', { kind: 'slow', ms: 500, often: { share: 1 } }],
    ['slow:500:0.1', { kind: 'slow', ms: 500, often: { share: 0.1 } }],
    ['behind:5', { kind: 'behind', blocks: 5 }],
    ['pruned:100', { kind: 'pruned', height: 100 }],
    ['stuck', { kind: 'stuck' }],
    ['other-chain', { kind: 'other-chain' }],
  ])('%s is read, and written as it was', (text, trouble) => {
    expect(parseTrouble(text)).toEqual(trouble);
    expect(troubleText(parseTrouble(text))).toBe(text);
  });

  it('may be one of several', () => {
    expect(parseTroubles('429:0.2,stuck').map(troubleText)).toEqual(['429:0.2', 'stuck']);
  });

  it.each([
    ['', /must be one of 429, 502/],
    ['stuk', /must be one of .*did you mean stuck\?/],
    ['toString', /must be one of/],
    ['429:2', /must be one with a share above 0 up to 1, or a count such as x3/],
    ['429:0', /share above 0/],
    ['429:x0', /a count such as x3/],
    ['429:0.1:0.2', /must be 429, 429:SHARE or 429:xTIMES/],
    ['slow', /must be slow:MILLISECONDS/],
    ['slow:fast', /must be slow:MILLISECONDS/],
    ['behind', /a number of blocks behind it, such as behind:5/],
    ['behind:0', /such as behind:5/],
    ['pruned:-1', /a height behind it, such as pruned:5/],
    ['stuck:5', /must be stuck alone/],
    ['\u001b[2J', /The fault "\\u\{1b\}\[2J" must be/],
  ])('%j is refused', (text, reason) => {
    expect(() => parseTrouble(text)).toThrow(
      expect.objectContaining({
        code: 'LOCALNET_FAULT_USAGE',
        message: expect.stringMatching(reason) as string,
      }),
    );
  });
});
