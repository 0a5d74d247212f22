import { descriptionOf, rowsOf, type Answer } from './answers.ts';
import { QueryRefused, type ClientMessage, type Connection } from './connection.ts';
import {
  BIND_COMPLETE,
  CLOSE_COMPLETE,
  errorResponse,
  NO_DATA,
  parameterDescription,
  PARSE_COMPLETE,
  readyForQuery,
} from './server-messages.ts';

interface Session {
  readonly connection: Connection;
  readonly answer: (sql: string) => Answer;
  /** Text by the name of a prepared statement, and of a portal. */
  readonly statements: Map<string, string>;
  readonly portals: Map<string, string>;
  /** Outside a transaction, in one, in one that has failed. */
  transaction: 'I' | 'T' | 'E';
}

/** Answers simple and extended queries until the client says goodbye. */
export async function answerQueries(connection: Connection, answer: (sql: string) => Answer): Promise<void> {
  const session: Session = {
    connection,
    answer,
    statements: new Map(),
    portals: new Map(),
    transaction: 'I',
  };
  for (;;) {
    const message = await connection.message();
    if (message.type === 'X') return connection.pass('close');
    try {
      connection.send(...(await replyTo(session, message)));
    } catch (error) {
      if (!(error instanceof QueryRefused)) throw error;
      await sayRefused(session, error, message.type);
    }
  }
}

async function replyTo(session: Session, { type, body }: ClientMessage): Promise<readonly Buffer[]> {
  const { statements, portals, answer } = session;
  switch (type) {
    case 'Q': {
      const found = await run(session, body.text());
      return [descriptionOf(found) ?? Buffer.alloc(0), rowsOf(found), readyForQuery(session.transaction)];
    }
    case 'P':
      statements.set(body.text(), body.text());
      return [PARSE_COMPLETE];
    case 'B':
      portals.set(body.text(), named(statements, body.text()));
      return [BIND_COMPLETE];
    case 'D': {
      const ofStatement = body.bytes(1).toString() === 'S';
      const sql = named(ofStatement ? statements : portals, body.text());
      const description = descriptionOf(answer(sql)) ?? NO_DATA;
      return ofStatement ? [parameterDescription(parametersIn(sql)), description] : [description];
    }
    case 'E':
      return [rowsOf(await run(session, named(portals, body.text())))];
    case 'C':
      return [CLOSE_COMPLETE];
    case 'S':
      return [readyForQuery(session.transaction)];
    case 'H':
      return [];
    default:
      throw new Error(`The fake does not know messages of type ${type}.`);
  }
}

async function run(session: Session, sql: string): Promise<Answer> {
  await session.connection.pass('query', sql);
  if (/^\s*(begin|start transaction)/i.test(sql)) session.transaction = 'T';
  if (/^\s*(commit|rollback|end)/i.test(sql)) session.transaction = 'I';
  return session.answer(sql);
}

async function sayRefused(session: Session, { refusal }: QueryRefused, type: string): Promise<void> {
  const { connection } = session;
  if (session.transaction === 'T') session.transaction = 'E';
  connection.send(errorResponse(refusal, 'ERROR'));
  // After an error PostgreSQL passes over everything up to the next Sync; a simple query is its own.
  if (type !== 'Q') await skipToSync(connection);
  connection.send(readyForQuery(session.transaction));
}

function named(texts: ReadonlyMap<string, string>, name: string): string {
  const sql = texts.get(name);
  if (sql !== undefined) return sql;
  throw new QueryRefused({
    sqlstate: '26000',
    message: `prepared statement or portal "${name}" does not exist`,
  });
}

function parametersIn(sql: string): number {
  return Math.max(0, ...Array.from(sql.matchAll(/\$(\d+)/g), ([, number]) => Number(number)));
}

async function skipToSync(connection: Connection): Promise<void> {
  while ((await connection.message()).type !== 'S');
}
