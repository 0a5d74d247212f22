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
    return {
      ready: false,
      reasons: { database: error instanceof Error ? error.message : 'does not answer' },
    };
  }
  const found = await Promise.all(
    systems.map(async (system) => [system.name, (await system.ready?.(context)) ?? null] as const),
  );
  const reasons = Object.fromEntries(
    found.filter((entry): entry is readonly [string, string] => entry[1] !== null),
  );
  return { ready: Object.keys(reasons).length === 0, reasons };
}
