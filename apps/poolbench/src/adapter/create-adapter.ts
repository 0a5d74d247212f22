import { checkArm } from './check-arm.ts';
import { adapterOf } from './desk.ts';
import type { Lender, Terms } from './lender.ts';
import { lendEachItsOwn } from './per-query.ts';
import { lendPgClient } from './pg-client.ts';
import { lendFromPgPipeline } from './pg-pipeline.ts';
import { lendFromPgPool } from './pg-pool.ts';
import { badArm } from './errors.ts';
import type { Arm, Driver, Keep, PoolAdapter } from './pool-adapter.ts';
import { lendPostgresJsConnection } from './postgres-js-connection.ts';
import { lendFromPostgresJsPipeline } from './postgres-js-pipeline.ts';
import { lendFromPostgresJsPool } from './postgres-js-pool.ts';
import type { Target } from './target.ts';

type MakeLender = (terms: Terms) => Lender;

const LENDERS: Readonly<Record<Driver, Readonly<Record<Keep, MakeLender>>>> = {
  pg: {
    'connection-per-query': (terms) => lendEachItsOwn(() => lendPgClient(terms)),
    'pool-per-query': (terms) => lendEachItsOwn(() => lendFromPgPool(terms)),
    pool: lendFromPgPool,
    pipelined: lendFromPgPipeline,
  },
  'postgres.js': {
    // The driver has no connection without a pool.
    'connection-per-query': (terms) => lendEachItsOwn(() => lendPostgresJsConnection(terms, 1)),
    'pool-per-query': (terms) => lendEachItsOwn(() => lendPostgresJsConnection(terms, terms.arm.size)),
    pool: lendFromPostgresJsPool,
    pipelined: lendFromPostgresJsPipeline,
  },
};

/**
 * The adapter of an arm; nothing is connected yet. Throws POOLBENCH_BAD_ARM.
 *
 * ```ts
 * const adapter = createAdapter({ id: 'pg pool 10', driver: 'pg', keep: 'pool', size: 10, prepared: true }, target);
 * await adapter.open();
 * const held = await adapter.acquire(signal);
 * const rows = await adapter.query(held, { name: 'one', text: 'select $1::int', values: [1] });
 * adapter.release(held);
 * await adapter.close();
 * ```
 */
export function createAdapter(arm: Arm, target: Target): PoolAdapter {
  checkArm(arm);
  if (arm.driver === 'own')
    throw badArm({ arm: arm.id, reason: 'its adapter is in a file, which is loaded first' });
  const makeLender = LENDERS[arm.driver][arm.keep];
  return adapterOf(arm.id, (ledger) => makeLender({ arm, target, ledger }));
}
