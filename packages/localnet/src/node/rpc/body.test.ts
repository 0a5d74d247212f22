import { describe, expect, it } from 'vitest';
import { parseBody } from './body.ts';

const texts = (json: string): unknown => parseBody(`["${json}"]`);

describe('a body', () => {
  it.each([
    [String.raw`\ud83c\udfae`, '🎮'],
    [String.raw`\uD83C\uDFAE`, '🎮'],
    [String.raw`\ud800`, '\ufffd'],
    [String.raw`\udfff\ud800`, '\ufffd\ufffd'],
    [String.raw`\ud800\ud83c\udfae`, '\ufffd🎮'],
    [String.raw`\ud800A`, '\ufffdA'],
    [String.raw`\ud800A`, '\ufffdA'],
    [String.raw`\\ud800`, String.raw`\ud800`],
    [String.raw`\\\ud800`, '\\\ufffd'],
    [String.raw`\"\u0000\n마`, '"\u0000\n마'],
  ])('has the text %j as %j', (json, text) => {
    expect(texts(json)).toEqual([text]);
    expect(parseBody(`{"${json}":1}`)).toEqual({ [text]: 1 });
  });

  it('is read as Go reads it even where it is long', () => {
    const json = String.raw`\ud800`.repeat(100_000);
    expect(texts(json)).toEqual(['\ufffd'.repeat(100_000)]);
  });

  it.each([
    [500, true],
    [501, false],
  ])('of %d levels is taken: %s', (levels, taken) => {
    const body = '[{"a":'.repeat(levels / 2) + '['.repeat(levels % 2) + '1';
    const closed = body + ']'.repeat(levels % 2) + '}]'.repeat(levels / 2);
    const parse = (): unknown => parseBody(closed);
    if (taken) expect(parse).not.toThrow();
    else expect(parse).toThrow('InvalidRequest: fail to unmarshal, exceeded max depth');
  });
});
