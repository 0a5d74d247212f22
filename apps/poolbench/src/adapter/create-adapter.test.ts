import { describe, expect, it } from 'vitest';
import { createAdapter } from './create-adapter.ts';
import type { Arm } from './pool-adapter.ts';

const target = { host: '127.0.0.1', port: 1, user: 'nobody', database: 'none' };
const arm: Arm = { id: 'an arm', driver: 'pg', keep: 'pool', size: 2, prepared: false };

describe('an adapter', () => {
  it('has the name of its arm, and lends nothing before it is open', async () => {
    const adapter = createAdapter(arm, target);
    expect(adapter.name).toBe('an arm');
    await expect(adapter.acquire(new AbortController().signal)).rejects.toMatchObject({
      code: 'POOLBENCH_ADAPTER_CLOSED',
    });
    await adapter.close();
  });

  it.each([
    ['no id', { id: '' }],
    ['an id that the server cuts', { id: 'a'.repeat(64) }],
    ['an id that the server cannot show', { id: '풀' }],
    ['no connection', { size: 0 }],
    ['half a connection', { size: 1.5 }],
    ['a rule for a driver that has none', { driver: 'postgres.js', rules: { maxUses: 1 } }],
    ['a rule for what is not kept', { keep: 'pool-per-query', rules: { maxUses: 1 } }],
    ['a rule that says nothing', { rules: { idleTimeoutMs: Number.NaN } }],
  ] as const)('is refused with %s', (_, wrong) => {
    expect(() => createAdapter({ ...arm, ...wrong }, target)).toThrow(
      expect.objectContaining({ code: 'POOLBENCH_BAD_ARM' }),
    );
  });
});
