import { isContract } from '@madang/icon';
import type { Chain } from '../chain/chain.ts';
import { deliver } from '../execute/call.ts';
import type { Execution } from '../execute/execution.ts';
import { resultJson } from '../execute/run.ts';
import { createStepMeter } from '../execute/steps.ts';
import { scoreOfArchive } from '../scores/registry.ts';
import { contractNotFound } from '../world/failure.ts';
import { networkValue } from '../world/network-values.ts';

interface Question {
  readonly from: string;
  readonly to: string;
  readonly method: string;
  /** Parameters as they were sent. */
  readonly given: unknown;
}

/** Asks a contract, on the state before the transactions of a height; gives the answer as JSON. Throws a Failure. */
export function query(chain: Chain, height: number, { from, to, method, given }: Question): unknown {
  if (!isContract(to)) throw contractNotFound();
  const world = chain.worldBefore(height);
  const execution: Execution = {
    block: { height, timestamp: chain.timestampOf(height) },
    transaction: null,
    meter: createStepMeter(Number(networkValue(world, 'queryLimit'))),
    logs: [],
    shares: new Map(),
    scoreOf: scoreOfArchive,
    tracer: undefined,
    deliver,
  };
  const params = { kind: 'named', json: given } as const;
  return resultJson(deliver(execution, world, { from, to, value: 0n, method, params, depth: 0 }));
}
