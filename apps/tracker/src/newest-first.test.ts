import { sql } from '@madang/pg';
import { describe, expect, it } from 'vitest';
import { newestFirst } from './newest-first.ts';

const key = [sql`height`, sql`index`] as const;

describe('newestFirst', () => {
  it('reads a whole list from its end', () => {
    const { condition, order } = newestFirst({ key, before: null });
    expect([condition.text, order.text]).toEqual(['true', 'height desc, index desc']);
  });

  it('goes on before a key', () => {
    const { condition } = newestFirst({ key, before: [7, 3] });
    expect([condition.text, condition.values]).toEqual(['(height, index) < ($1, $2)', [7, 3]]);
  });

  it('keeps a column between bounds, with nothing of another value among them', () => {
    const { condition, order } = newestFirst({ key, before: null, by: { column: sql`sender`, value: 'hx' } });
    expect(condition.text).toBe('sender >= $1 and (sender, height, index) < ($2, $3, $4)');
    expect(condition.values).toEqual(['hx', 'hx', Number.MAX_SAFE_INTEGER, 2 ** 31 - 1]);
    expect(order.text).toBe('sender desc, height desc, index desc');
  });
});
