import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from '@madang/pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe, type ConnectStages } from '../prober/probe.ts';
import { ALL_ENTRANCES, entranceName, usualEntrance, type Entrance } from '../scratch/entrance.ts';
import { KEY_FILE } from '../scratch/transport-security.ts';
import { benchOnScratch, endsOf, verdictsOf, type BenchOnScratch } from '../../test/bench-on-scratch.ts';
import { anatomy } from './s1-anatomy.ts';

const terms = { rounds: 2, probes: 3, entrances: ALL_ENTRANCES, roundTripsMs: [0, 2] };

let test: BenchOnScratch;

beforeAll(async () => {
  test = await benchOnScratch('S1', { terms });
  await anatomy.run(test.bench);
});
afterAll(() => test.stop());

async function enter(entrance: Entrance): Promise<ConnectStages> {
  return probe(await test.server.entrance(entrance), { deadlineMs: 10_000 });
}

const hasStage = (cell: string, stage: string): boolean[] => [
  ...new Set(
    endsOf(test)
      .filter((end) => end.cell === cell)
      .map(({ durations }) => `connect.${stage}` in durations),
  ),
];

describe('the anatomy of a connection to a server of our own', () => {
  it('is of every entrance in every round, and of the usual one on the networks', () => {
    const cells = endsOf(test).map(({ cell, round, counts }) => [cell, round, counts.ok].join(' / '));
    const names = [...ALL_ENTRANCES.map(entranceName), 'TCP, SCRAM +2 ms'];
    expect(cells.toSorted()).toEqual(
      names.flatMap((name) => [`${name} / 1 / 1`, `${name} / 2 / 2`]).toSorted(),
    );
  });

  it.each(ALL_ENTRANCES.map((entrance) => [entranceName(entrance), entrance] as const))(
    'by %s has the stages that take place there, and no other',
    (cell, { tls, authentication }) => {
      const scram = authentication.startsWith('scram');
      expect(hasStage(cell, 'tls')).toEqual([tls]);
      expect(hasStage(cell, 'sslAnswer')).toEqual([tls]);
      expect(hasStage(cell, 'challenge')).toEqual([scram]);
      expect(hasStage(cell, 'derivation')).toEqual([scram || authentication === 'md5']);
      expect(hasStage(cell, 'backend')).toEqual([true]);
    },
  );

  it('says what TLS, SCRAM, its binding and the socket make of it, and calls two rounds a range', () => {
    const differences = verdictsOf(test).filter(({ against_cell }) => against_cell !== null);
    expect(differences.map(({ cell, against_cell }) => [cell, against_cell])).toEqual([
      ['TCP, TLS 1.3, SCRAM', 'TCP, SCRAM'],
      ['TCP, SCRAM', 'TCP, trust'],
      ['TCP, SCRAM', 'TCP, MD5'],
      ['TCP, TLS 1.3, SCRAM-PLUS', 'TCP, TLS 1.3, SCRAM'],
      ['TCP, SCRAM', 'Unix socket, SCRAM'],
    ]);
    for (const { subject, answer, method, sentence } of differences)
      expect([subject, answer, method, sentence.includes('[range ')]).toEqual([
        'finding',
        'undecided',
        'range',
        true,
      ]);
  });

  it('says what one costs as all others open it, and on the network', () => {
    const costs = verdictsOf(test).filter(({ sentence }) => sentence.includes('can be used'));
    expect(costs.map(({ cell }) => cell)).toEqual(['TCP, SCRAM', 'TCP, SCRAM +2 ms']);
    expect(costs[0]?.sentence).toMatch(
      /^A new connection costs [\d.]+ ms .*\(scram-sha-256, no TLS, median of 3\)/,
    );
  });

  it('checks that stages add up, and that each cell is of what its name says', () => {
    const checks = verdictsOf(test).filter(({ subject }) => subject === 'check');
    expect(checks.map(({ answer }) => answer)).toEqual(['passed', 'passed']);
    const connections = terms.probes * ALL_ENTRANCES.length;
    expect(checks[1]?.sentence).toContain(`${connections} of ${connections}`);
  });
});

describe('the entrances of a scratch server', () => {
  it.each(ALL_ENTRANCES.map((entrance) => [entranceName(entrance), entrance] as const))(
    'let a client in by %s, as it is asked on the wire',
    async (_, entrance) => {
      expect(await enter(entrance)).toMatchObject({
        authentication: entrance.authentication,
        tlsVersion: entrance.tls ? 'TLSv1.3' : null,
      });
    },
  );

  it('keep the password of the MD5 user as MD5, and all others by SCRAM', async () => {
    const rows = await test.observer.rows<{ name: string; kept: string }>(
      'test.kept',
      sql`select rolname as name, left(rolpassword, 3) as kept from pg_authid where rolname like 'poolbench%' order by 1`,
    );
    expect(rows).toEqual([
      { name: 'poolbench_md5', kept: 'md5' },
      { name: 'poolbench_password', kept: 'SCR' },
      { name: 'poolbench_scram', kept: 'SCR' },
      { name: 'poolbench_trust', kept: 'SCR' },
    ]);
  });

  it('refuse who has another password, but where none is asked for', async () => {
    for (const entrance of ALL_ENTRANCES) {
      const target = { ...(await test.server.entrance(entrance)), password: 'another' };
      const coming = probe(target, { deadlineMs: 10_000 });
      if (entrance.authentication === 'trust') await coming;
      else await expect(coming).rejects.toMatchObject({ code: 'POOLBENCH_PROBE_AUTH_REFUSED' });
    }
  });

  it('leave those of everybody else as they were: by SCRAM, without TLS', async () => {
    expect(test.server.target.tls).toBeUndefined();
    expect(await probe(test.server.target, { deadlineMs: 10_000 })).toMatchObject({
      authentication: 'scram-sha-256',
      tlsVersion: null,
      stages: { sslAnswer: null, tls: null },
    });
    const watching = await test.observer.row(
      'test.watching',
      sql`select ssl from pg_stat_ssl where pid = pg_backend_pid()`,
    );
    expect(watching).toEqual({ ssl: false });
  });

  it('have a key that nobody else can read, and a password that no statement shows', async () => {
    const row = await test.observer.row<{ cluster: string; file: string }>(
      'test.files',
      sql`select current_setting('data_directory') as cluster, current_setting('ssl_key_file') as file`,
    );
    const file = join(row?.cluster ?? '', row?.file ?? '');
    expect(file).toBe(join(dirname(row?.cluster ?? ''), KEY_FILE));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const statements = await test.observer.rows<{ query: string }>(
      'test.statements',
      sql`select query from pg_stat_statements`,
    );
    const texts = statements.map(({ query }) => query).join('\n');
    expect(texts).toContain('create role');
    expect(texts).not.toContain(test.server.target.password);
  });

  it('are there again after a restart', async () => {
    await test.server.restart();
    expect(await enter({ ...usualEntrance, authentication: 'md5' })).toMatchObject({ authentication: 'md5' });
  });
});

describe('the anatomy of a connection to a server that is not ours', () => {
  it('is of the one way in, and changes nothing there', async () => {
    const other = await benchOnScratch('S1', { terms, scratch: false });
    await anatomy.run(other.bench);
    const cells = new Set(endsOf(other).map(({ cell }) => cell));
    expect([...cells].toSorted()).toEqual(['anatomy', 'anatomy +2 ms']);
    expect(verdictsOf(other).filter(({ against_cell }) => against_cell !== null)).toEqual([]);
    const users = await other.observer.rows(
      'test.users',
      sql`select from pg_roles where rolname like 'poolbench%'`,
    );
    expect(users).toEqual([]);
    await other.stop();
  });
});
