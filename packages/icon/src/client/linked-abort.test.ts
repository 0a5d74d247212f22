import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { linkAbort } from './linked-abort.ts';

describe('a linked abort', () => {
  it('aborts with the first of the others, with its reason', () => {
    const one = new AbortController();
    const other = new AbortController();
    const link = linkAbort(one.signal, undefined, other.signal);
    expect(link.signal.aborted).toBe(false);
    other.abort('enough');
    expect(link.signal.reason).toBe('enough');
  });

  it('is aborted from the start when one of the others is', () => {
    expect(linkAbort(AbortSignal.abort('before')).signal.reason).toBe('before');
  });

  it('aborts alone, without the others', () => {
    const one = new AbortController();
    const link = linkAbort(one.signal);
    link.abort('mine');
    expect(link.signal.reason).toBe('mine');
    expect(one.signal.aborted).toBe(false);
  });

  it('leaves nothing behind in the others once released', () => {
    const one = new AbortController();
    for (let i = 0; i < 100; i += 1) linkAbort(one.signal).release();
    expect(getEventListeners(one.signal, 'abort')).toEqual([]);
  });
});
