import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbedded, type EmbeddedServer } from '@madang/pg/embedded';
import { createLogger } from '@madang/telemetry';
import { createTestDatabase, testProgram } from '@madang/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childrenOf, isAlive } from '../../test/house/processes.ts';
import { startHouse, type StartedHouse } from '../../test/house/start-house.ts';

const root = mkdtempSync(join(tmpdir(), 'madang-house-'));
const data = join(root, 'data');
const houses: StartedHouse[] = [];
let program: readonly string[];

beforeAll(async () => {
  program = await testProgram(join(import.meta.dirname, '../../test/demo/main.ts'));
});
afterAll(async () => {
  for (const house of houses) await house.destroy();
  rmSync(root, { recursive: true, force: true });
});

function start(
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  channel?: 'ipc',
): StartedHouse {
  const house = startHouse({ program, argv, environment, channel });
  houses.push(house);
  return house;
}

/** Two ports in a row, and the one after, that nobody uses just now. */
async function freePort(): Promise<number> {
  const server = await occupy(0);
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function occupy(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

async function eventually<T>(what: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await what().catch(() => undefined);
    if (found !== undefined) return found;
    await sleep(50);
  }
}

const postmaster = (): number =>
  Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

describe('a house with PostgreSQL and the web', () => {
  let port: number;
  let operations: number;
  let house: StartedHouse;
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  const metricsOfHttp = async () => (await fetch(`http://127.0.0.1:${operations + 1}/metrics`)).text();
  const argv = () => [
    'serve',
    '--port',
    String(port),
    '--data',
    data,
    '--operations-port',
    String(operations),
    '--workers',
    '2',
  ];

  /** The processes that answer requests: children of the role that was started with this port. */
  const workers = (): number[] => {
    const roles = childrenOf(house.process.pid ?? 0);
    const http = roles.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--role\0http'));
    return childrenOf(http ?? 0).filter((pid) =>
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program.at(-1)!),
    );
  };

  beforeAll(async () => {
    port = await freePort();
    operations = await freePort();
  });

  it('does not begin when its port is taken: it says which, and has changed nothing', async () => {
    const other = await occupy(port);
    const refused = start(argv());
    expect((await refused.ended).code).toBe(1);
    expect(refused.said()).toBe(
      `HOUSE_PORT_IN_USE: Another program listens on port ${port} of 127.0.0.1. Stop it, or choose another port with --port.\n` +
        `  because: listen EADDRINUSE: address already in use 127.0.0.1:${port}\n`,
    );
    expect(existsSync(data)).toBe(false);
    await new Promise((resolve) => other.close(resolve));
  });

  it('starts with a database of its own, and serves with as many workers as wished', async () => {
    house = start(argv());
    await house.untilSaid('Ready after');
    expect(house.printed()).toBe(`http://127.0.0.1:${port}\n`);
    expect((await get('/api/demo/v1/notes')).status).toBe(200);
    expect(await (await get('/ready')).json()).toEqual({
      ready: false,
      reasons: { demo: 'there are no notes yet' },
    });
    await eventually(() => Promise.resolve(workers().length === 2 ? true : undefined));
  });

  it('has a port of its own for each role, the next one for the next', async () => {
    for (const place of [0, 1]) {
      const ready = await fetch(`http://127.0.0.1:${operations + place}/ready`);
      expect(await ready.json()).toEqual({ ready: true, reason: null });
    }
    expect(await (await fetch(`http://127.0.0.1:${operations}/metrics`)).text()).toContain('role="database"');
  });

  it('adds up what its workers count', async () => {
    const asked = async () => {
      const count = /^madang_http_request_seconds_count\{.*route="\/health".*\} (\d+)$/m;
      return Number(count.exec(await metricsOfHttp())?.[1] ?? 0);
    };
    const before = await asked();
    // Each on a connection of its own, which the cluster hands to its workers in turn.
    for (let i = 0; i < 10; i++)
      await (await fetch(`http://127.0.0.1:${port}/health`, { headers: { connection: 'close' } })).text();
    expect(await eventually(async () => ((await asked()) === before + 10 ? 'all' : undefined))).toBe('all');
  });

  it('replaces a worker that was killed', async () => {
    const [killed = 0, other = 0] = workers();
    process.kill(killed, 'SIGKILL');
    await eventually(() =>
      Promise.resolve(workers().length === 2 && !workers().includes(killed) ? true : undefined),
    );
    expect(workers()).toContain(other);
    expect(house.said()).toContain('a web worker died; another one takes its place');
    expect((await get('/health')).status).toBe(200);
  });

  it('recovers when PostgreSQL was killed', async () => {
    process.kill(postmaster(), 'SIGKILL');
    await house.untilSaid('HOUSE_DATABASE_ENDED');
    const answer = await eventually(async () => {
      const response = await get('/api/demo/v1/notes');
      return response.status === 200 ? ((await response.json()) as unknown) : undefined;
    });
    expect(answer).toEqual({ items: [], next: null });
  });

  it('stops in order, at once, and leaves no process', async () => {
    const postgres = postmaster();
    house.process.kill('SIGINT');
    expect(await house.ended).toEqual({ code: 0, signal: null });
    expect(house.said()).toMatch(
      /http {6}stopping\n[^]*database {2}stopping\n[^]*Stopped\. Everything is kept/,
    );
    expect(house.living()).toEqual([]);
    expect(isAlive(postgres)).toBe(false);
  });

  it('that is killed takes everything along, PostgreSQL too', async () => {
    house = start(argv());
    await house.untilSaid('Ready after');
    const postgres = postmaster();
    house.process.kill('SIGKILL');
    await house.untilGone();
    while (isAlive(postgres)) await sleep(20);
    expect(readdirSync(data)).toContain('postgres');
  });
});

describe('a role alone', () => {
  it('ends in order at SIGINT, also when the one who started it holds a channel to it', async () => {
    const test = await createTestDatabase();
    const port = String(await freePort());
    const argv = ['serve', '--role', 'http', '--port', port, '--workers', '1', '--database-url', test.url];
    const house = start(argv, {}, 'ipc');
    await house.untilSaid('"role is ready"');
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    house.process.kill('SIGINT');
    expect(await house.ended).toEqual({ code: 0, signal: null });
    expect(house.living()).toEqual([]);
    await test.drop();
  });

  it('needs to be told where the database is', async () => {
    const house = start(['serve', '--role', 'http', '--port', String(await freePort())]);
    expect((await house.ended).code).toBe(1);
    expect(house.said()).toMatch(/^HOUSE_NO_DATABASE: No PostgreSQL is named\./);
  });

  it('refuses a taken port for its operations', async () => {
    const other = await occupy(0);
    const { port } = other.address() as AddressInfo;
    const house = start([
      'serve',
      '--role',
      'database',
      '--data',
      join(root, 'none'),
      '--operations-port',
      String(port),
    ]);
    expect((await house.ended).code).toBe(1);
    expect(house.said()).toMatch(/^HOUSE_PORT_IN_USE: .* choose another port with --operations-port\.\n/);
    expect(existsSync(join(root, 'none'))).toBe(false);
    await new Promise((resolve) => other.close(resolve));
  });
});

describe('a wrong password', () => {
  const CANARY = 'hunter2canary';
  let server: EmbeddedServer;
  let url: string;

  beforeAll(async () => {
    server = await startEmbedded({
      dataDir: join(root, 'guarded'),
      log: createLogger({ level: 'silent' }),
      listen: { host: '127.0.0.1', port: 0 },
    });
    const wrong = new URL(server.tcpUrl ?? '');
    wrong.password = CANARY;
    url = wrong.href;
  });
  afterAll(() => server.stop());

  it('is told as such, and shown nowhere', async () => {
    const port = String(await freePort());
    const house = start(['serve', '--port', port, '--log-level', 'trace'], { DATABASE_URL: url });
    expect((await house.ended).code).toBe(1);
    expect(house.said()).toMatch(
      /http {6}ended \(exit code 1\)\n {4}PG_AUTH_FAILED: .*Check user and password/,
    );
    expect(house.said() + house.printed()).not.toContain(CANARY);
  });
});
