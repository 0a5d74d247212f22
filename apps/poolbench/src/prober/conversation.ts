import { authenticate, type Authentication, type Credentials } from './authenticate.ts';
import { queryMessage, startupMessage, TERMINATE } from './client-messages.ts';
import { misplaced, nextMessage } from './server-messages.ts';
import type { Stage } from './stages.ts';
import type { Wire } from './wire.ts';

/** What a server says of itself while it lets us in. */
export interface Login {
  readonly authentication: Authentication;
  /** `18.4`, as the server reports it; null when it does not. */
  readonly serverVersion: string | null;
  /** Process number of the back-end; null behind a pooler that tells none. */
  readonly backendPid: number | null;
}

export interface LoginRequest extends Credentials {
  readonly database: string;
  readonly applicationName: string;
}

/** From the start-up packet until the server is ready for a query. */
export async function logIn(
  wire: Wire,
  { user, password, endPoint, database, applicationName }: LoginRequest,
  enter: (stage: Stage) => void,
): Promise<Login> {
  const settings = { application_name: applicationName, client_encoding: 'UTF8' };
  wire.send(startupMessage({ user, database, ...settings }));
  const authentication = await authenticate(wire, { user, password, endPoint }, enter);
  return { authentication, ...(await untilReady(wire)) };
}

async function untilReady(wire: Wire): Promise<Omit<Login, 'authentication'>> {
  let serverVersion: string | null = null;
  let backendPid: number | null = null;
  for (;;) {
    const message = await nextMessage(wire);
    switch (message.type) {
      case 'S':
        if (message.body.text() === 'server_version') serverVersion = message.body.text();
        break;
      case 'K':
        backendPid = message.body.int32();
        break;
      case 'Z':
        return { serverVersion, backendPid };
      default:
        throw misplaced(message, 'ReadyForQuery');
    }
  }
}

// Row description, row, end of command, of an empty one; and what the server may say at any time: a setting, a notification.
const OF_A_QUERY = new Set(['T', 'D', 'C', 'I', 'S', 'A']);

/** Asks by the simple protocol, and reads the answer to its end. */
export async function ask(wire: Wire, sql: string): Promise<void> {
  wire.send(queryMessage(sql));
  for (;;) {
    const message = await nextMessage(wire);
    if (message.type === 'Z') return;
    if (!OF_A_QUERY.has(message.type)) throw misplaced(message, 'the answer to a query');
  }
}

/** Says goodbye, and waits until the server has closed. */
export async function sayGoodbye(wire: Wire): Promise<void> {
  wire.send(TERMINATE);
  await wire.drain();
}
