import { describe, expect, it } from 'vitest';
import { createStartUp } from './start-up.ts';

const message = (type: string, body: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(4 + body.length);
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body)]);
};
// The letter that ends a start-up stands within messages as well.
const login = [message('R', '\0\0\0\0'), message('S', 'TimeZone\0Zulu\0'), message('K', 'ZZZZZZZZ')];
const ready = message('Z', 'I');

describe('a start-up', () => {
  it('is over with the first ReadyForQuery', () => {
    const startUp = createStartUp();
    expect(startUp.isOver(Buffer.concat(login))).toBe(false);
    expect(startUp.isOver(ready)).toBe(true);
  });

  it('is over just there, however the bytes are cut', () => {
    const bytes = Buffer.concat([...login, ready]);
    for (let at = 0; at <= bytes.length; at += 1) {
      const startUp = createStartUp();
      expect(startUp.isOver(bytes.subarray(0, at))).toBe(at === bytes.length);
      if (at < bytes.length) expect(startUp.isOver(bytes.subarray(at))).toBe(true);
    }
    const startUp = createStartUp();
    const overs = Array.from(bytes, (byte) => startUp.isOver(Buffer.from([byte])));
    expect(overs.indexOf(true)).toBe(bytes.length - 1);
  });

  it('is never over when the server refuses', () => {
    expect(createStartUp().isOver(message('E', 'C28P01\0\0'))).toBe(false);
  });
});
