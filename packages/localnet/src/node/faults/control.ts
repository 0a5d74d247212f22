import type { IncomingMessage, ServerResponse } from 'node:http';
import { CodedError, explain } from '@madang/errors';
import { isObject } from '@madang/icon';
import { faultUsage } from '../../errors.ts';
import { parseTrouble, troubleText } from './trouble.ts';
import type { Troubles } from './troubles.ts';

/** Where faults are asked for while a node runs. */
export const CONTROL_PATH = '/control/faults';

/**
 * Answers a request about the faults of a node: GET tells them, POST `{"faults": ["429:0.2", "behind:5"]}` adds some, DELETE clears
 * all; each answers `{"faults": […]}`. Only programs of this machine may, and no page of another host in their browser.
 */
export function controlFaults(
  troubles: Troubles,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): void {
  try {
    const status = changed(troubles, request, body);
    const faults = status === 200 ? { faults: troubles.list().map(troubleText) } : { error: REASONS[status] };
    reply(response, status, faults);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    reply(response, 400, { error: explain(error) });
  }
}

const REASONS: Readonly<Record<number, string>> = {
  403: 'Faults are controlled from this machine, at 127.0.0.1 or localhost.',
  405: 'GET, POST and DELETE are known here.',
  415: 'Send application/json.',
};

/** Does what is asked for, and gives the status of the answer. */
function changed(troubles: Troubles, { method, headers, socket }: IncomingMessage, body: string): number {
  if (!isLoopback(socket.remoteAddress) || !LOCAL_HOST.test(headers.host ?? '')) return 403;
  if (method === 'POST') {
    // A page of another host cannot send this type without being asked for its permission first.
    if (headers['content-type']?.split(';')[0] !== 'application/json') return 415;
    troubles.add(faultsIn(body).map(parseTrouble));
  } else if (method === 'DELETE') troubles.clear();
  else if (method !== 'GET') return 405;
  return 200;
}

const LOCAL_HOST = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?$/;

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);

function faultsIn(body: string): readonly string[] {
  const expected = 'given as {"faults": ["429:0.2", "behind:5"]}';
  const faults = jsonOf(body);
  if (!Array.isArray(faults) || !faults.every((fault) => typeof fault === 'string'))
    throw faultUsage({ fault: body, expected });
  return faults;
}

function jsonOf(body: string): unknown {
  try {
    const json = JSON.parse(body) as unknown;
    return isObject(json) ? json['faults'] : undefined;
  } catch {
    return undefined;
  }
}

function reply(response: ServerResponse, status: number, json: object): void {
  const body = `${JSON.stringify(json)}\n`;
  response.writeHead(status, {
    'content-type': 'application/json; charset=UTF-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
