import { ADDRESS } from '@madang/icon';
import { SUPPLY } from '../../chain/genesis.ts';
import { FAULTY } from '../../scores/faulty.ts';
import type { Stage } from '../stage.ts';
import { call, deploy, hex, send, type Action, type Step } from '../step.ts';
import { TEXTS } from '../texts.ts';

type Failing = (stage: Stage, address: string) => Step;

const faulty =
  (method: string, params?: (stage: Stage, address: string) => Record<string, string>): Failing =>
  (stage, address) =>
    call(stage.cast.anyone(stage.random), address, method, params?.(stage, address), {
      stepLimit: hex(4_000_000),
    });

/** How a faulty contract fails. */
const OF_A_FAULTY_CONTRACT: readonly Failing[] = [
  faulty('stop', ({ random }) => ({ code: hex(random.between(0, 70)), text: random.pick(TEXTS) })),
  faulty('divide', () => ({ by: '0x0' })),
  faulty('wrongType'),
  faulty('loop'),
  faulty('callMissing', (_stage, address) => ({ to: address })),
  faulty('callNobody'),
  faulty('recurse', () => ({ depth: '0x64' })),
  faulty('spend', ({ cast }) => ({ to: cast.god.address, value: '0x1' })),
  faulty('stop', () => ({ code: 'seven', text: '' })),
  faulty('stop', () => ({ code: '0x1' })),
  faulty('none'),
  ({ cast, random }, address) =>
    call(cast.anyone(random), address, 'divide', { by: '0x1' }, { value: random.amount(12, 15) }),
];

/** How calls of a token fail. */
const OF_A_TOKEN: readonly Failing[] = [
  ({ cast, random }, address) =>
    call(cast.anyone(random), address, 'transfer', { _to: cast.god.address, _value: hex(SUPPLY * 1000n) }),
  ({ cast, random }, address) =>
    call(cast.anyone(random), address, 'mint', { _to: cast.god.address, _value: '0x1' }),
  ({ cast, random }, address) => send(cast.anyone(random), address, { value: random.amount(12, 15) }),
];

/** How else transactions fail. */
const OF_NO_CONTRACT: readonly Failing[] = [
  ({ cast, random }) => call(cast.anyone(random), `cx${'7'.repeat(40)}`, 'anything'),
  ({ cast, random }) => call(cast.anyone(random), ADDRESS.system, 'setStepPrice', { price: '0x1' }),
  ({ cast, random }) => call(cast.anyone(random), ADDRESS.governance, 'setStepPrice', { price: '0x1' }),
  ({ cast, random }) => call(cast.anyone(random), ADDRESS.system, 'setStake', { value: hex(SUPPLY) }),
  ({ cast, random }) => call(cast.anyone(random), ADDRESS.system, 'registerPRep', {}),
  // Its sender cannot pay this: a node takes it, and it is never seen again.
  ({ cast, random }) => send(cast.anyone(random), cast.god.address, { value: SUPPLY }),
  ({ cast, random }) => send(cast.anyone(random), cast.god.address, { value: 1n, stepLimit: '0x1' }),
  ({ cast, random }) => deploy(random.pick(cast.teams), FAULTY, { fail: '0x1' }),
];

/** Something that cannot succeed. */
export function failure(stage: Stage): Action {
  const { random, firstOf } = stage;
  const [failing, token] = [firstOf('faulty'), firstOf('irc2')];
  const what = random.next();
  if (failing !== undefined && what < 0.6) return [random.pick(OF_A_FAULTY_CONTRACT)(stage, failing.address)];
  if (token !== undefined && what < 0.8) return [random.pick(OF_A_TOKEN)(stage, token.address)];
  return [random.pick(OF_NO_CONTRACT)(stage, '')];
}

/** A faulty contract that is used with care does nothing, and succeeds. */
export function useFaulty({ cast, random }: Stage, { address }: { readonly address: string }): Action {
  const from = cast.anyone(random);
  return random.chance(0.5)
    ? [call(from, address, 'recurse', { depth: hex(random.between(0, 5)) })]
    : [call(from, address, 'divide', { by: hex(random.between(1, 9)) })];
}
