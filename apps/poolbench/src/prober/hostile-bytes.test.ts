import net from 'node:net';
import { describe, expect, it } from 'vitest';
import { at, setUpBench } from '../../test/fake-postgres/probe-bench.ts';
import {
  authentication,
  AUTHENTICATION_OK,
  errorResponse,
  notice,
  readyForQuery,
} from '../../test/fake-postgres/server-messages.ts';
import { int32 } from './client-messages.ts';

const bench = setUpBench();

describe('bytes that are not the protocol', () => {
  const claiming = (length: number): Buffer => Buffer.concat([Buffer.from('R'), int32(length)]);
  const fatal = errorResponse({ sqlstate: '28000', message: 'no' }, 'FATAL');

  it.each([
    ['a message of 2 GB', claiming(0x7fff_ffff)],
    ['a message a byte too long', claiming(2 ** 20 + 1)],
    ['a message of negative length', claiming(-1)],
    ['a message shorter than its length', claiming(3)],
    ['an authentication request without its number', claiming(4)],
    ['an MD5 request without its salt', authentication(5, Buffer.alloc(3))],
    ['mechanisms without an end', authentication(10, Buffer.from('SCRAM'))],
    ['an error without an end', Buffer.concat([Buffer.from('E'), int32(9), Buffer.from('Mtext')])],
    ['a query of its own', Buffer.concat([Buffer.from('Q'), int32(4)])],
    ['a greeting of HTTP', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['ready before we are in', readyForQuery('I')],
    ['a login without ready', Buffer.concat([AUTHENTICATION_OK, AUTHENTICATION_OK])],
  ])('%s', async (_, say) => {
    await bench.start({ programme: at('startup', { say }) });
    expect(await bench.failure()).toMatchObject({ code: 'POOLBENCH_PROBE_NOT_POSTGRES', retry: 'never' });
  });

  it.each([
    ['no signature', AUTHENTICATION_OK, 'SERVER_UNPROVEN'],
    ['a false signature', authentication(12, Buffer.from('v=AAAA')), 'SERVER_UNPROVEN'],
    ['another challenge', authentication(11, Buffer.from('r=a')), 'AUTH_UNKNOWN'],
  ])('%s in place of the end of SCRAM', async (_, say, code) => {
    await bench.start({ programme: at('backend', { say }) });
    expect(await bench.failure()).toMatchObject({
      code: `POOLBENCH_PROBE_${code}`,
      details: { stage: 'backend' },
    });
  });

  it('an answer to a query that wants our data', async () => {
    await bench.start({ programme: at('query', { say: Buffer.concat([Buffer.from('G'), int32(4)]) }) });
    expect(await bench.failure()).toMatchObject({
      code: 'POOLBENCH_PROBE_NOT_POSTGRES',
      details: { stage: 'firstQuery' },
    });
  });

  it('control characters in the words of the server are made visible', async () => {
    const message = '\u001b[2Jgone';
    await bench.start({ programme: at('startup', { refuse: { sqlstate: '28000', message } }) });
    expect(await bench.failure()).toMatchObject({ details: { reason: '\\u{1b}[2Jgone' } });
  });

  it('notices are passed over wherever they come', async () => {
    await bench.start({
      programme: at('startup', { say: Buffer.concat([notice('hello'), notice('again'), fatal]) }),
    });
    expect(await bench.failure()).toMatchObject({ code: 'POOLBENCH_PROBE_AUTH_REFUSED' });
  });

  it('a server that never stops talking is left when the time is up', async () => {
    const flood = Buffer.concat(Array.from({ length: 4000 }, () => notice('and another thing')));
    const talker = net.createServer((socket) => {
      const talk = (): void => void socket.write(flood);
      socket.on('drain', talk).on('error', () => undefined);
      talk();
    });
    await bench.start();
    await new Promise<void>((resolve) => talker.listen(0, bench.server.host, resolve));
    const { port } = talker.address() as net.AddressInfo;
    expect(await bench.failure({ port }, { deadlineMs: 150 })).toMatchObject({
      code: 'POOLBENCH_PROBE_DEADLINE',
    });
    talker.close();
  });
});
