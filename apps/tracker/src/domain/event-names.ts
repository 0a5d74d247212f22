import { isObject } from '@madang/icon';
import type { ScoreApi } from './token-standard.ts';

/**
 * The names of an event's parameters by a contract's API; null for each when the API has no event of this name with as many
 * parameters of these types.
 */
export function parameterNames(api: ScoreApi, name: string, types: readonly string[]): (string | null)[] {
  const inputs = (api ?? []).map((entry) => inputsOf(entry, name)).find((found) => fits(found, types));
  return types.map((_, index) => textOf(inputs?.[index]?.['name']));
}

type Input = Readonly<Record<string, unknown>>;

function inputsOf(entry: unknown, name: string): Input[] | null {
  if (!isObject(entry) || entry['type'] !== 'eventlog' || entry['name'] !== name) return null;
  const { inputs } = entry;
  return Array.isArray(inputs) && inputs.every(isObject) ? inputs : null;
}

function fits(inputs: Input[] | null, types: readonly string[]): inputs is Input[] {
  return inputs?.length === types.length && inputs.every(({ type }, index) => type === types[index]);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
