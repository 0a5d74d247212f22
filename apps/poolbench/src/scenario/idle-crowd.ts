import { sql } from '@madang/pg';
import { classify } from '../adapter/error-class.ts';
import type { Arm, Held } from '../adapter/pool-adapter.ts';
import type { Bench } from '../run/bench.ts';
import { untilBackEnds } from '../server/back-ends.ts';
import { poolOf } from './arms.ts';

/** Connections that are open and do nothing, like those of an application's other processes. */
export interface IdleCrowd {
  /** The server knows them by its id. */
  readonly arm: Arm;
  /** Makes it so large, as far as the server has connections, and waits until the server sees it so; whether it does. */
  resize(count: number): Promise<boolean>;
}

/** A crowd, nobody in it yet. It goes with the scenario's adapters, or earlier when it is made 0. */
export async function gatherCrowd(bench: Bench, most: number): Promise<IdleCrowd> {
  const arm = { ...poolOf(most), id: 'idle crowd' };
  const adapter = await bench.adapter(arm);
  const held: Held[] = [];
  const join = async (): Promise<boolean> => {
    try {
      const one = await adapter.acquire(AbortSignal.timeout(bench.terms.deadlineMs));
      held.push(one);
      await adapter.query(one, firstQuery(bench.schema));
      return true;
    } catch (error) {
      if (classify(error) === 'too-many-connections') return false;
      throw error;
    }
  };
  return {
    arm,
    async resize(count) {
      for (const one of held.splice(count)) adapter.release(one, new Error('It is not needed any more.'));
      while (held.length < count && !bench.signal.aborted) if (!(await join())) break;
      return untilBackEnds(bench.database, arm.id, (all) => all.length === count);
    },
  };
}

/** What a back-end has served once it keeps in its caches. No workload sends the same, so that their counts stay right. */
function firstQuery(schema: string) {
  const { text } = sql`select id, value from ${sql.identifier(schema)}.sample where id = ${1}`;
  return { name: 'poolbench_first', text, values: [1] };
}
