import { describe, expect, it } from 'vitest';
import { createCertificate } from '../scratch/certificate.ts';
import { at, PASSWORD, setUpBench } from '../../test/fake-postgres/probe-bench.ts';
import { authentication, AUTHENTICATION_OK } from '../../test/fake-postgres/server-messages.ts';
import { cString } from './client-messages.ts';

const bench = setUpBench();

describe('a server that does not let us in', () => {
  it.each(['cleartext', 'md5', 'scram-sha-256'] as const)('for a wrong password, by %s', async (method) => {
    await bench.start({ authentication: method, password: 'another' });
    expect(await bench.failure()).toMatchObject({
      code: 'POOLBENCH_PROBE_AUTH_REFUSED',
      retry: 'never',
      details: {
        stage: 'backend',
        sqlstate: '28P01',
        reason: 'password authentication failed for user "someone"',
      },
    });
  });

  it.each(['cleartext', 'md5', 'scram-sha-256'] as const)('without a password, by %s', async (method) => {
    await bench.start({ authentication: method });
    expect(await bench.failure({ password: undefined })).toMatchObject({
      code: 'POOLBENCH_PROBE_AUTH_REFUSED',
    });
    expect(await bench.failure({ password: '' })).toMatchObject({ code: 'POOLBENCH_PROBE_AUTH_REFUSED' });
  });

  it('but by a way we do not know', async () => {
    const ways: readonly (readonly [Buffer, string])[] = [
      [authentication(7), 'GSSAPI'],
      [authentication(9), 'SSPI'],
      [authentication(99), 'method number 99'],
      [authentication(10, cString('SCRAM-SHA-256-PLUS'), cString('OAUTHBEARER'), cString('')), 'OAUTHBEARER'],
    ];
    for (const [say, name] of ways) {
      await bench.start({ programme: at('startup', { say }) });
      expect(await bench.failure()).toMatchObject({
        code: 'POOLBENCH_PROBE_AUTH_UNKNOWN',
        details: { stage: 'startup', reason: expect.stringContaining(name) as string },
      });
      await bench.server.stop();
    }
  });

  it.each([
    ['53300', 'sorry, too many clients already', 'POOLBENCH_PROBE_BUSY', 'later'],
    ['57P03', 'the database system is starting up', 'POOLBENCH_PROBE_BUSY', 'later'],
    ['28000', 'no pg_hba.conf entry', 'POOLBENCH_PROBE_AUTH_REFUSED', 'never'],
    ['3D000', 'database "somewhere" does not exist', 'POOLBENCH_PROBE_REFUSED', 'never'],
  ])('by SQLSTATE %s', async (sqlstate, message, code, retry) => {
    await bench.start({ programme: at('startup', { refuse: { sqlstate, message } }) });
    expect(await bench.failure()).toMatchObject({ code, retry, details: { sqlstate, reason: message } });
  });

  it('and says the password back', async () => {
    const message = `who is ${PASSWORD}?`;
    await bench.start({
      authentication: 'cleartext',
      programme: at('backend', { refuse: { sqlstate: '28P01', message } }),
    });
    expect(await bench.failure()).toMatchObject({
      code: 'POOLBENCH_PROBE_AUTH_REFUSED',
      details: { sqlstate: '28P01' },
    });
  });
});

describe('a query that is refused', () => {
  it('is told with its stage and SQLSTATE', async () => {
    const refuse = { sqlstate: '42P01', message: 'relation "nothing" does not exist' };
    await bench.start({ programme: ({ sql }) => (sql === 'table nothing' ? { refuse } : undefined) });
    expect(await bench.failure({}, { sql: 'table nothing' })).toMatchObject({
      code: 'POOLBENCH_PROBE_REFUSED',
      details: { stage: 'firstQuery', sqlstate: '42P01', reason: refuse.message },
    });
  });
});

const certificate = createCertificate('localhost');

describe('TLS', () => {
  it('that the server does not have', async () => {
    await bench.start();
    expect(await bench.failure({ tls: { verify: false } })).toMatchObject({ code: 'POOLBENCH_PROBE_NO_TLS' });
  });

  it('with a certificate of nobody, or for another host', async () => {
    await bench.start({ certificate });
    const untrusted = { host: 'localhost', tls: { verify: true } };
    expect(await bench.failure(untrusted)).toMatchObject({
      code: 'POOLBENCH_PROBE_TLS_FAILED',
      details: { stage: 'tls', socketCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    const byAddress = { host: '127.0.0.1', tls: { verify: true, ca: certificate.cert } };
    expect(await bench.failure(byAddress)).toMatchObject({
      code: 'POOLBENCH_PROBE_TLS_FAILED',
      details: { socketCode: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    });
  });

  it('that is no TLS at all', async () => {
    await bench.start({
      certificate,
      programme: at('tls', { say: Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n') }),
    });
    expect(await bench.failure({ tls: { verify: false } })).toMatchObject({
      code: expect.stringMatching(/TLS_FAILED|NOT_POSTGRES/) as string,
    });
  });

  it('with words in clear before it', async () => {
    await bench.start({
      programme: at('ssl', { say: Buffer.concat([Buffer.from('S'), AUTHENTICATION_OK]) }),
    });
    expect(await bench.failure({ tls: { verify: false } })).toMatchObject({
      code: 'POOLBENCH_PROBE_NOT_POSTGRES',
      details: { stage: 'sslAnswer' },
    });
  });

  it('asked of something else', async () => {
    await bench.start({ programme: at('ssl', { say: Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n') }) });
    expect(await bench.failure({ tls: { verify: false } })).toMatchObject({
      code: 'POOLBENCH_PROBE_NOT_POSTGRES',
    });
  });
});
