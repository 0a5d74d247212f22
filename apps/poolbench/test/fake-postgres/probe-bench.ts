import { explain } from '@madang/errors';
import { afterEach, expect } from 'vitest';
import { probe, type ProbeOptions } from '../../src/prober/probe.ts';
import type { ProbeTarget } from '../../src/prober/target.ts';
import type { Behaviour, Moment, Programme } from './behaviour.ts';
import { startFakePostgres, type FakePostgres, type FakePostgresOptions } from './fake-postgres.ts';

/** The right password of every server of a bench; no error may tell it. */
export const PASSWORD = 'canary-🐤-password';

/** For tests of the prober: a server for each test, and probes of it that must fail. */
export interface ProbeBench {
  readonly server: FakePostgres;
  /** Starts the server, in place of the one before. */
  start(options?: FakePostgresOptions): Promise<FakePostgres>;
  /** The error of a probe of the server, or of what else is named; checked to tell the password nowhere. */
  failure(target?: Partial<ProbeTarget>, options?: Partial<ProbeOptions>): Promise<unknown>;
}

/** After each test the probe must have left the server, whatever went wrong. */
export function setUpBench(): ProbeBench {
  let server: FakePostgres;
  const leave = async (): Promise<void> => {
    await expect.poll(() => server.open).toBe(0);
    await server.stop();
  };
  afterEach(leave);
  return {
    get server() {
      return server;
    },
    async start(options) {
      server = await startFakePostgres({ password: PASSWORD, ...options });
      return server;
    },
    async failure(target, options) {
      const error: unknown = await probe(
        {
          host: server.host,
          port: server.port,
          user: 'someone',
          password: PASSWORD,
          database: 'somewhere',
          ...target,
        },
        { deadlineMs: 10_000, ...options },
      ).then(
        () => 'no error',
        (thrown: unknown) => thrown,
      );
      const stack = error instanceof Error ? error.stack : '';
      expect([explain(error), JSON.stringify(error), stack].join()).not.toContain(PASSWORD);
      return error;
    },
  };
}

/** A programme of one thing, at one step. */
export function at(step: Moment['step'], behaviour: Behaviour, query?: number): Programme {
  return (moment) =>
    moment.step === step && (query === undefined || query === moment.query) ? behaviour : undefined;
}
