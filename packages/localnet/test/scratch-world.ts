import { ADDRESS } from '@madang/icon';
import { deliver } from '../src/execute/call.ts';
import type { Execution } from '../src/execute/execution.ts';
import type { Log } from '../src/execute/log.ts';
import type { Message } from '../src/execute/message.ts';
import { createStepMeter } from '../src/execute/steps.ts';
import { issue } from '../src/world/accounts.ts';
import { setContract } from '../src/world/contracts.ts';
import { setNetworkValue } from '../src/world/network-values.ts';
import { layerOver, readOnly, type World } from '../src/world/world.ts';
import { foundSystem } from '../src/system/foundation.ts';
import { callSystem } from '../src/system/system-score.ts';

/** For tests: a state of nothing, in memory. */
export function emptyWorld(): World {
  return layerOver({
    get: () => null,
    set(key) {
      throw new TypeError(`${key} was committed.`);
    },
  });
}

/** For tests: a wallet by number. */
export const wallet = (n: number): string => `hx${n.toString(16).padStart(40, '0')}`;

/** For tests: who has all coins in {@link foundedWorld}, makes its blocks and owns its governance. */
export const GOD = wallet(0xfeed);

/** For tests: a state after the genesis, with 800 million ICX at {@link GOD}. */
export function foundedWorld(): World {
  const world = emptyWorld();
  foundSystem(world, { seed: 'test', producer: GOD, auditEnabled: true });
  setNetworkValue(world, 'revision', 27n);
  setNetworkValue(world, 'stepPrice', 12_500_000_000n);
  setNetworkValue(world, 'invokeLimit', 2_500_000_000n);
  setNetworkValue(world, 'queryLimit', 50_000_000n);
  setContract(world, ADDRESS.governance, { owner: GOD });
  issue(world, GOD, 800_000_000n * 10n ** 18n);
  return world;
}

/** For tests: what a call is part of. A query unless there is a sender. */
export function executionAt(height: number, sender: string | null = null): Execution {
  return {
    block: { height, timestamp: 0n },
    transaction: sender === null ? null : { hash: `0x${'ab'.repeat(32)}`, index: 1, from: sender },
    meter: createStepMeter(1_000_000),
    logs: [],
    shares: new Map(),
    scoreOf: () => undefined,
    tracer: undefined,
    deliver,
  };
}

/** For tests: a call with parameters as clients send them. */
export function messageOf(
  method: string | null,
  params: Readonly<Record<string, unknown>> = {},
  { from = GOD, value = 0n }: { readonly from?: string; readonly value?: bigint } = {},
): Message {
  return { from, to: ADDRESS.system, value, method, params: { kind: 'named', json: params }, depth: 0 };
}

type Params = Readonly<Record<string, unknown>>;

/** For tests: asks the system contract in a state that cannot change. */
export function ask(world: World, method: string, params: Params = {}, height = 250): unknown {
  const state = readOnly((key) => world.get(key));
  return callSystem(executionAt(height), state, messageOf(method, params)).value;
}

/** For tests: sends the system contract a transaction of somebody, and gives its logs. */
export function send(world: World, method: string, params: Params, from = GOD): readonly Log[] {
  const execution = executionAt(250, from);
  callSystem(execution, world, messageOf(method, params, { from }));
  return execution.logs;
}
