import { authRefused, busy, notPostgres, refused } from './errors.ts';
import { Fault } from './fault.ts';
import { readBody, type MessageBody } from './message-body.ts';
import type { Wire } from './wire.ts';

/** A message of the server: the letter of its type, and what it holds. */
export interface ServerMessage {
  readonly type: string;
  readonly body: MessageBody;
}

/** No answer to a probe's query comes near; what claims more is not the server, or a query that asks for too much. */
export const LONGEST_MESSAGE = 2 ** 20;

/** The next message that answers us. Notices are passed over; a refusal of the server is thrown. */
export async function nextMessage(wire: Wire): Promise<ServerMessage> {
  for (;;) {
    const message = await readMessage(wire);
    if (message.type === 'E') throw refusalOf(message.body);
    if (message.type !== 'N') return message;
  }
}

/** The fault of a message that has no place where it came. */
export function misplaced({ type }: ServerMessage, expected: string): Fault {
  const shown = /[a-z\d]/i.test(type) ? `“${type}”` : `0x${type.charCodeAt(0).toString(16)}`;
  return new Fault(notPostgres, `a message of type ${shown} came instead of ${expected}`);
}

async function readMessage(wire: Wire): Promise<ServerMessage> {
  const head = await wire.read(5);
  const length = head.readInt32BE(1);
  // The length counts its own four bytes.
  if (length < 4 || length > LONGEST_MESSAGE)
    throw new Fault(
      notPostgres,
      `a message claims ${length} bytes, and 4 to ${LONGEST_MESSAGE} are possible here`,
    );
  const body = length === 4 ? Buffer.alloc(0) : await wire.read(length - 4);
  return { type: head.toString('latin1', 0, 1), body: readBody(body) };
}

function refusalOf(body: MessageBody): Fault {
  const fields = new Map<string, string>();
  for (let code = body.byte(); code !== 0; code = body.byte())
    fields.set(String.fromCharCode(code), body.text());
  const sqlstate = fields.get('C') ?? '';
  return new Fault(kindOf(sqlstate), fields.get('M') ?? 'without a word', sqlstate);
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html
function kindOf(sqlstate: string): typeof refused {
  if (sqlstate.startsWith('28')) return authRefused;
  return sqlstate.startsWith('53') || sqlstate.startsWith('57P') ? busy : refused;
}
