import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInput } from './transaction-input.ts';

const hex = (bytes: Uint8Array): string => `0x${Buffer.from(bytes).toString('hex')}`;

describe('readInput', () => {
  it('is nothing for a transaction without data', () => {
    expect(readInput(null)).toBeNull();
    expect(readInput(undefined)).toBeNull();
  });

  it('gives back any text that was sent as a message', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        expect(readInput(hex(Buffer.from(text, 'utf8')))).toMatchObject({ text });
      }),
    );
  });

  it('never throws, whatever stands in the data', () => {
    fc.assert(fc.property(fc.jsonValue(), (data) => void readInput(data)));
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void readInput(hex(bytes))));
  });

  it('tells bytes that are no text from text', () => {
    expect(readInput('0xff00fe')).toMatchObject({
      text: null,
      json: null,
      mediaType: 'application/octet-stream',
    });
    expect(readInput('0x')).toMatchObject({ text: '', mediaType: 'text/plain; charset=utf-8' });
  });

  it('reads a message that is a JSON object, but leaves a bare number a text', () => {
    expect(readInput(hex(Buffer.from('{"a": 1}')))).toMatchObject({
      json: { a: 1 },
      mediaType: 'application/json',
    });
    expect(readInput(hex(Buffer.from('12')))).toMatchObject({ text: '12', json: null });
  });

  it('reads method and parameters of a call, and the media type of a deploy', () => {
    const call = { method: 'transfer', params: { _to: 'hx1' } };
    expect(readInput(call)).toEqual({
      text: null,
      json: call,
      mediaType: 'application/json',
      method: 'transfer',
      params: { _to: 'hx1' },
    });
    expect(readInput({ contentType: 'application/zip', content: '0x00' })).toMatchObject({
      mediaType: 'application/zip',
      method: null,
      params: null,
    });
  });
});
