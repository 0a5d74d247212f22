import { CodedError } from '@madang/errors';
import { sql } from '@madang/pg';
import type { AnswerContext } from '../answer/answer.ts';
import type { System } from '../define-system.ts';

export interface Readiness {
  readonly ready: boolean;
  /** Why not, by system; `database` when PostgreSQL does not answer. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** Whether every system can serve. A database that does not answer speaks for all of them. */
export async function readiness(systems: readonly System[], context: AnswerContext): Promise<Readiness> {
  try {
    await context.sql.row('house.ready', sql`select 1 as alive`);
  } catch (error) {
    return { ready: false, reasons: { database: codeOf(error, context) } };
  }
  const found = await Promise.all(
    systems.map(async (system) => [system.name, await reasonOf(system, context)] as const),
  );
  const reasons = Object.fromEntries(
    found.filter((entry): entry is readonly [string, string] => entry[1] !== null),
  );
  return { ready: Object.keys(reasons).length === 0, reasons };
}

async function reasonOf(system: System, context: AnswerContext): Promise<string | null> {
  try {
    return (await system.ready?.(context)) ?? null;
  } catch (error) {
    return codeOf(error, context);
  }
}

// Anybody may ask; the message, which names hosts, is for the log.
function codeOf(error: unknown, { log }: AnswerContext): string {
  log.warn({ err: error }, 'not ready');
  return error instanceof CodedError ? error.code : 'failed';
}
