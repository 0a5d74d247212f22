import { formatInteger, parseInteger, sha3 } from '@madang/icon';
import type { Store } from '../scores/score.ts';
import type { World } from '../world/world.ts';
import { accessDenied } from '../world/failure.ts';
import { integerBytes } from '../scores/integer-bytes.ts';
import type { StepMeter } from './steps.ts';
import type { Tracer } from './tracer.ts';

interface StoreTerms {
  readonly world: World;
  readonly contract: string;
  readonly meter: StepMeter;
  readonly readonly: boolean;
  readonly tracer: Tracer | undefined;
}

/** What a contract keeps in the state, each access charged as the node charges it. */
export function createStore({ world, contract, meter, readonly, tracer }: StoreTerms): Store {
  const keyOf = (name: string, keys: readonly (string | bigint)[]): string =>
    ['data', contract, name, ...keys.map((key) => (typeof key === 'bigint' ? formatInteger(key) : key))].join(
      '/',
    );

  const read = (key: string): string | null => {
    const value = world.get(key);
    const bytes = value === null ? null : bytesOf(value);
    meter.spend('getBase');
    meter.spend('get', bytes?.length ?? 0);
    tracer?.say(`GETVALUE key=<${sha3(key).slice(2)}> value=<${bytes?.toString('hex') ?? ''}>`);
    return value;
  };
  return {
    integer(name, ...keys) {
      const value = read(keyOf(name, keys));
      return value === null ? 0n : parseInteger(value.slice(1));
    },
    text(name, ...keys) {
      const value = read(keyOf(name, keys));
      return value === null ? null : value.slice(1);
    },
    set(value, name, ...keys) {
      if (readonly) throw accessDenied();
      const key = keyOf(name, keys);
      const [before, after] = [world.get(key), kept(value)];
      charge(meter, before, after);
      const [changed, old] = [`key=<${sha3(key).slice(2)}>`, `old=<${hexOf(before)}>`];
      tracer?.say(
        after === null ? `DELETE ${changed} ${old}` : `SETVALUE ${changed} value=<${hexOf(after)}> ${old}`,
      );
      // An integer of 0 where nothing was takes no room: it is read as the same.
      if (after !== before && !(before === null && value === 0n)) world.set(key, after);
    },
  };
}

const INTEGER = '#';
const TEXT = '=';

/** As the state has it: what it is stands in front. */
function kept(value: bigint | string | null): string | null {
  if (value === null) return null;
  return typeof value === 'bigint' ? INTEGER + formatInteger(value) : TEXT + value;
}

function charge(meter: StepMeter, before: string | null, after: string | null): void {
  if (after === null) {
    meter.spend('deleteBase');
    meter.spend('delete', before === null ? 0 : bytesOf(before).length);
    return;
  }
  meter.spend('setBase');
  meter.spend(before === null ? 'set' : 'replace', bytesOf(after).length);
}

function bytesOf(value: string): Buffer {
  const rest = value.slice(1);
  return value.startsWith(INTEGER) ? integerBytes(parseInteger(rest)) : Buffer.from(rest);
}

const hexOf = (value: string | null): string => (value === null ? '' : bytesOf(value).toString('hex'));
