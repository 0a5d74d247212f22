import { describe, expect, it } from 'vitest';
import { DeadlinePassed } from '../load/deadline.ts';
import { classify, ERROR_CLASSES } from './error-class.ts';
import { adapterClosed, connectionLost, operationHung } from './errors.ts';

const coded = (code: string): Error => Object.assign(new Error('of a socket'), { code });
const ofServer = (code: string, message = 'of the server'): Error =>
  Object.assign(new Error(message), { code, severity: 'ERROR' });

describe('the class of an error', () => {
  it.each([
    ['pool-timeout', new Error('timeout exceeded when trying to connect')],
    ['pool-timeout', ofServer('08P01', 'query_wait_timeout')],
    ['too-many-connections', ofServer('53300')],
    ['refused', coded('ECONNREFUSED')],
    ['refused', ofServer('57P03')],
    ['reset', coded('ECONNRESET')],
    ['reset', coded('EPIPE')],
    ['reset', coded('CONNECTION_CLOSED')],
    ['reset', ofServer('57P01')],
    ['reset', ofServer('08006')],
    ['reset', ofServer('25P03')],
    ['reset', new Error('Connection terminated unexpectedly')],
    ['reset', connectionLost({ arm: 'a' })],
    ['no-local-port', coded('EADDRNOTAVAIL')],
    ['authentication', ofServer('28P01')],
    ['authentication', new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string')],
    ['connect-timeout', coded('ETIMEDOUT')],
    ['connect-timeout', coded('CONNECT_TIMEOUT')],
    ['deadline', new DOMException('of a signal', 'TimeoutError')],
    ['deadline', new DeadlinePassed('of the runner')],
    ['hung', operationHung({ arm: 'a', deadlineMs: 1 })],
    ['cancelled', new DOMException('of a signal', 'AbortError')],
    ['cancelled', ofServer('57014')],
    ['cancelled', adapterClosed({ arm: 'a' })],
    ['statement', ofServer('22012')],
    ['statement', ofServer('40001')],
    ['other', ofServer('3D000')],
    ['other', coded('EMFILE')],
    ['other', new TypeError('a mistake')],
    ['other', 'no error at all'],
  ] as const)('%s: %s', (expected, error) => {
    expect(classify(error)).toBe(expected);
  });

  it('is the class of its cause, when it says nothing itself', () => {
    expect(classify(new Error('failed', { cause: coded('EADDRNOTAVAIL') }))).toBe('no-local-port');
    expect(classify(new Error('Connection terminated due to connection timeout'))).toBe('connect-timeout');
  });

  it('is the first one, of a host with several addresses', () => {
    const both = Object.assign(new AggregateError([coded('ECONNREFUSED'), coded('ETIMEDOUT')]), {
      code: 'ECONNREFUSED',
    });
    expect(classify(both)).toBe('refused');
  });

  it('is never one that the list does not have', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      const error = Object.assign(new Error(name), { code: name, severity: name });
      error.name = name;
      expect(ERROR_CLASSES).toContain(classify(error));
    }
  });
});
