import { describe, expect, it } from 'vitest';
import { startFakePostgres } from '../../../test/fake-postgres/fake-postgres.ts';
import { targetOf } from '../../../test/observer.ts';
import { openProcess, openThread, type Channel } from './channel.ts';
import type { MemberTerms } from './member.ts';
import { prepareRemoteMember } from './remote-member.ts';

const { signal } = new AbortController();

async function terms(): Promise<{ readonly terms: MemberTerms; stop(): Promise<void> }> {
  const server = await startFakePostgres({ authentication: 'trust' });
  return {
    stop: server.stop,
    terms: {
      ...{ index: 3, members: 4, seconds: 20, deadlineMs: 500, seeds: { values: 1, arrivals: 2 } },
      arm: { id: 'a', driver: 'pg', keep: 'pool', size: 1, prepared: false },
      target: targetOf(server.url),
      workload: { name: 'one', operations: [{ statements: [{ text: 'select 1' }] }] },
      load: { model: 'closed', workers: 1 },
    },
  };
}

describe.each<[string, () => Channel]>([
  ['thread', openThread],
  ['process', openProcess],
])('a member that is a %s', (_, open) => {
  it('is missed by name when it dies at work', async () => {
    const { terms: memberTerms, stop } = await terms();
    const channel = open();
    const member = await prepareRemoteMember(channel, memberTerms, signal);
    const running = member.run(performance.timeOrigin + performance.now());
    setTimeout(channel.kill, 200);
    await expect(running).rejects.toMatchObject({
      code: 'POOLBENCH_MEMBER_DIED',
      message: expect.stringContaining('Member 3') as string,
    });
    await member.end();
    await stop();
  });

  it('leaves when it is told to, though it is at work', async () => {
    const { terms: memberTerms, stop } = await terms();
    const member = await prepareRemoteMember(open(), memberTerms, signal);
    const running = member.run(performance.timeOrigin + performance.now()).catch(() => undefined);
    const started = performance.now();
    await member.end();
    expect(performance.now() - started).toBeLessThan(4000);
    await running;
    await stop();
  });

  it('passes on why it cannot begin', async () => {
    const { terms: memberTerms, stop } = await terms();
    const bad = { ...memberTerms, workload: { name: 'none', operations: [] } };
    await expect(prepareRemoteMember(open(), bad, signal)).rejects.toThrow(/list of operations/);
    await stop();
  });
});
