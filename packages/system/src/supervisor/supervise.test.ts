import { join } from 'node:path';
import { testProgram } from '@madang/testkit';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startHouse, type Entry, type StartedHouse } from '../../test/house/start-house.ts';

vi.setConfig({ testTimeout: 60_000 });

const houses: StartedHouse[] = [];
let program: readonly string[];

beforeAll(async () => {
  program = await testProgram(join(import.meta.dirname, '../../test/house/main.ts'));
});

afterEach(async () => {
  for (const house of houses.splice(0)) await house.destroy();
});

function start(environment: Readonly<Record<string, string>> = {}): StartedHouse {
  const house = startHouse({ program, environment });
  houses.push(house);
  return house;
}

const told = (entries: readonly Entry[]) => entries.map(({ role, what }) => `${role} ${what}`);

describe('a house', () => {
  it('starts its roles in order, gives each what those before provide, and stops them in the opposite order', async () => {
    const house = start();
    await house.untilSaid('Ready after');
    const [alpha] = house.journal();
    const token = `from-${alpha?.pid}`;
    expect(told(house.journal())).toEqual([
      'alpha starts with nothing',
      `beta starts with ${token}`,
      `gamma starts with ${token}`,
    ]);
    const pids = [house.process.pid, ...house.journal().map(({ pid }) => pid)];
    expect(house.living()).toEqual(expect.arrayContaining(pids));
    house.process.kill('SIGINT');
    expect(await house.ended).toEqual({ code: 0, signal: null });
    expect(told(house.journal()).slice(3)).toEqual([
      'gamma stops',
      'gamma stopped',
      'beta stops',
      'beta stopped',
      'alpha stops',
      'alpha stopped',
    ]);
    expect(house.said()).toMatch(
      /alpha is here\n[^]*beta is here\n[^]*gamma is here\n[^]*gamma {5}stopping\n/,
    );
    expect(house.said()).toContain('warming up \\u{1b}[2J');
    expect(house.living()).toEqual([]);
  });

  it('starts a role that was killed again, and those after it anew when it provides something else', async () => {
    const house = start();
    await house.untilSaid('Ready after');
    const [alpha, beta, gamma] = house.journal() as [Entry, Entry, Entry];

    process.kill(gamma.pid, 'SIGKILL');
    await house.untilNoted('gamma', `starts with from-${alpha.pid}`, 2);
    expect(house.said()).toMatch(
      /gamma {5}ended \(killed by SIGKILL\)\n {2}gamma {5}starts again in 0.5 s\n/,
    );
    expect(told(house.journal())).not.toContain('beta stops');

    process.kill(alpha.pid, 'SIGKILL');
    const renewed = await house.untilNoted('alpha', 'starts', 2);
    await house.untilNoted('beta', `starts with from-${renewed.pid}`);
    await house.untilNoted('gamma', `starts with from-${renewed.pid}`);
    // In order, and not as if they had died.
    expect(told(house.journal())).toContain('beta stopped');
    expect(house.said()).toMatch(/beta {6}starts again with what has changed\n/);
    expect(house.said()).not.toMatch(/beta {6}ended/);
    expect(beta.pid).not.toBe(house.journal().findLast(({ role }) => role === 'beta')?.pid);

    house.process.kill('SIGTERM');
    expect(await house.ended).toEqual({ code: 0, signal: null });
  });

  it('ends with code 1 and the reason when a role fails at its first start, and leaves no process', async () => {
    const house = start({ FAILING: 'gamma' });
    expect(await house.ended).toEqual({ code: 1, signal: null });
    expect(house.said()).toMatch(
      /gamma {5}ended \(exit code 75\)\n {4}HOUSE_ROLE_FAILED: \\u\{1b\}\[31mgamma cannot start; mend it and start again\.\n/,
    );
    expect(told(house.journal()).slice(3)).toEqual([
      'beta stops',
      'beta stopped',
      'alpha stops',
      'alpha stopped',
    ]);
    expect(house.said()).not.toContain('Ready after');
    expect(house.living()).toEqual([]);
  });

  it('explains the death of a role that has a bug, and starts it again', async () => {
    const house = start({ CRASHING: 'beta', ROLES: '2' });
    await house.untilNoted('beta', 'starts', 2);
    expect(house.said()).toMatch(/beta {6}ended \(exit code 1\)\n {4}beta has a bug\n/);
    expect(house.said()).toMatch(/"level":"fatal".*beta has a bug.*main\.ts/);
  });

  it('a second signal ends everything but what holds data at once', async () => {
    const house = start({ SLOW: 'gamma' });
    await house.untilSaid('Ready after');
    house.process.kill('SIGINT');
    await house.untilNoted('gamma', 'stops');
    house.process.kill('SIGINT');
    expect(await house.ended).toEqual({ code: 0, signal: null });
    expect(house.said()).toContain('Hurrying');
    expect(told(house.journal()).slice(3)).toEqual(['gamma stops', 'alpha stops', 'alpha stopped']);
    expect(house.living()).toEqual([]);
  });

  it('a role that does not stop in its time is killed, and the others still end in order', async () => {
    const house = start({ SLOW: 'beta' });
    await house.untilSaid('Ready after');
    house.process.kill('SIGINT');
    expect((await house.ended).code).toBe(0);
    expect(told(house.journal()).slice(3)).toEqual([
      'gamma stops',
      'gamma stopped',
      'beta stops',
      'alpha stops',
      'alpha stopped',
    ]);
  });

  it('that is told to stop while a role hangs in its start does not wait for it', async () => {
    const house = start({ STUBBORN: 'beta' });
    await house.untilNoted('beta', 'starts');
    house.process.kill('SIGINT');
    expect((await house.ended).code).toBe(0);
    expect(told(house.journal()).slice(2)).toEqual(['alpha stops', 'alpha stopped']);
    expect(house.living()).toEqual([]);
  });
});

describe('a supervisor that is killed', () => {
  it('takes its roles along: each stops by itself, in order within itself', async () => {
    const house = start();
    await house.untilSaid('Ready after');
    house.process.kill('SIGKILL');
    await house.ended;
    await house.untilGone();
    expect(
      told(house.journal())
        .filter((line) => line.endsWith('stopped'))
        .sort(),
    ).toEqual(['alpha stopped', 'beta stopped', 'gamma stopped']);
  });

  it('leaves nothing behind when it is killed in the middle of a start', async () => {
    const house = start();
    await house.untilNoted('beta', 'starts');
    house.process.kill('SIGKILL');
    await house.ended;
    await house.untilGone();
  });
});

it('ten starts, stops and kills leave no process', async () => {
  const ends: NodeJS.Signals[] = ['SIGINT', 'SIGKILL', 'SIGTERM', 'SIGHUP', 'SIGKILL'];
  for (const pair of [0, 1, 2, 3, 4]) {
    const two = [start({ ROLES: '1' }), start({ ROLES: '1' })];
    await Promise.all(two.map((house) => house.untilSaid('Ready after')));
    for (const house of two) house.process.kill(ends[pair]);
    await Promise.all(two.map((house) => house.ended));
    await Promise.all(two.map((house) => house.untilGone()));
  }
  expect(houses).toHaveLength(10);
});
