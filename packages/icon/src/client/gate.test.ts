import { describe, expect, it } from 'vitest';
import { createGate, type Load } from './gate.ts';

const { signal } = new AbortController();

describe('a gate', () => {
  it('lets no more in than its limit, and the next in when one leaves', async () => {
    const gate = createGate({ start: 2, max: 2 });
    const first = await gate.enter(signal);
    await gate.enter(signal);
    let entered = false;
    const third = gate.enter(signal).then(() => (entered = true));
    await Promise.resolve();
    expect(entered).toBe(false);
    expect(gate).toMatchObject({ inFlight: 2, queued: 1 });
    first.leave('fine');
    await third;
    expect(gate).toMatchObject({ inFlight: 2, queued: 0 });
  });

  it('grows by one place per round of good answers, up to the limit', async () => {
    const gate = createGate({ start: 1, max: 4 });
    const limits: number[] = [];
    for (let i = 0; i < 12; i += 1) {
      await pass(gate, 'fine');
      limits.push(gate.concurrency);
    }
    expect(limits.slice(0, 3)).toEqual([2, 2, 2]);
    expect(limits.at(-1)).toBe(4);
    expect(limits).toEqual(limits.toSorted());
  });

  it('halves once for all signs of overload of one round, and never below one', async () => {
    const gate = createGate({ start: 8, max: 8 });
    const round = await Promise.all(Array.from({ length: 8 }, () => gate.enter(signal)));
    for (const ticket of round) ticket.leave('overloaded');
    expect(gate.concurrency).toBe(4);
    for (let i = 0; i < 5; i += 1) await pass(gate, 'overloaded');
    expect(gate.concurrency).toBe(1);
  });

  it('learns nothing from an exchange that was given up', async () => {
    const gate = createGate({ start: 4, max: 8 });
    await pass(gate, 'unknown');
    expect(gate.concurrency).toBe(4);
  });

  it('keeps everyone out during a pause', async () => {
    const gate = createGate({ start: 4, max: 4 });
    gate.pause(60);
    const started = performance.now();
    await pass(gate, 'fine');
    expect(performance.now() - started).toBeGreaterThan(50);
  });

  it('forgets who gives up waiting', async () => {
    const gate = createGate({ start: 1, max: 1 });
    const inside = await gate.enter(signal);
    const impatient = new AbortController();
    const waiting = gate.enter(impatient.signal);
    impatient.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(gate.enter(impatient.signal)).rejects.toThrow('enough');
    inside.leave('fine');
    expect(gate).toMatchObject({ inFlight: 0, queued: 0 });
  });
});

async function pass(gate: ReturnType<typeof createGate>, load: Load): Promise<void> {
  (await gate.enter(signal)).leave(load);
}
