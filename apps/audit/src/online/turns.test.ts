import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

const here = new AbortController().signal;

describe('turns', () => {
  it('come in the order in which they were asked for, so many at once', async () => {
    const turns = new Turns(2, 5);
    const order: string[] = [];
    const take = async (name: string) => {
      const done = await turns.take(here);
      order.push(name);
      return done;
    };
    const first = await take('first');
    const second = await take('second');
    const third = take('third');
    const fourth = take('fourth');
    await Promise.resolve();
    expect([order, turns.ahead]).toEqual([['first', 'second'], 3]);
    second();
    const doneThird = await third;
    expect(order).toEqual(['first', 'second', 'third']);
    first();
    (await fourth)();
    doneThird();
    expect(turns.ahead).toBe(0);
  });

  it('are full when as many wait as may', async () => {
    const turns = new Turns(1, 1);
    const done = await turns.take(here);
    expect(turns.isFull).toBe(false);
    const waiting = turns.take(here);
    expect(turns.isFull).toBe(true);
    done();
    (await waiting)();
    expect(turns.isFull).toBe(false);
  });

  it('are given up by who leaves, whom nobody waits for', async () => {
    const turns = new Turns(1, 2);
    const done = await turns.take(here);
    const leaving = new AbortController();
    const gone = turns.take(leaving.signal);
    const stays = turns.take(here);
    leaving.abort();
    await expect(gone).rejects.toMatchObject({ code: 'AUDIT_CHECK_ABANDONED' });
    expect(turns.isFull).toBe(false);
    done();
    (await stays)();
    await expect(turns.take(leaving.signal)).rejects.toMatchObject({ code: 'AUDIT_CHECK_ABANDONED' });
    expect(turns.ahead).toBe(0);
  });
});
