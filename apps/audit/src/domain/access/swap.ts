import { argumentsOf } from '../flow/arguments.ts';
import { isStep } from '../flow/flow.ts';
import type { ExternalCall, Step } from '../flow/steps.ts';
import { hasOrigin, type Value } from '../flow/values.ts';
import { findMethod } from '../model/program.ts';

/** An exchange of what the contract holds against something else. */
export interface Swap {
  /** The least amount that must come back: the contract's own, none, or one that the caller names. */
  readonly least: 'kept' | 'none' | { readonly parameter: string };
  /** The amount is what the caller brought or named: the loss is theirs. */
  readonly isCallers: boolean;
}

const SWAPS = /swap|^route|exchange|trade|convert(?!.*rate)|buy_?back/i;
/** What a least amount is called. */
export const LEAST = /min|least|floor|limit|expected|slippage/i;

export function swapOf(step: Step): Swap | undefined {
  if (!isStep(step, 'external')) return undefined;
  const { action } = step;
  const data = orderOf(action);
  if (data === undefined && !SWAPS.test(action.method)) return undefined;
  const given = argumentsOf(action);
  const isCallers =
    given.some((value) => hasOrigin(value, 'sent value')) || hasOrigin(action.sent, 'sent value');
  return { least: data === undefined ? leastOf(action) : leastInData(data), isCallers };
}

/** A token transfer that carries an order for an exchange in its data. */
function orderOf({ method, args, keywords }: ExternalCall): Value | undefined {
  if (!method.startsWith('transfer')) return undefined;
  const data = keywords.get('_data') ?? args[2];
  return data !== undefined && textsIn(data).some((text) => SWAPS.test(text)) ? data : undefined;
}

function leastOf(call: ExternalCall): Swap['least'] {
  const given = namedArguments(call).find(([name]) => LEAST.test(name))?.[1];
  return given === undefined ? 'none' : judge(given);
}

/** Arguments by the names that the interface gives them. */
function namedArguments({ cls, method, args, keywords }: ExternalCall): [string, Value][] {
  const parameters = cls === undefined ? [] : (findMethod(cls, method)?.node.parameters.slice(1) ?? []);
  const byPlace = args.map((value, index): [string, Value] => [parameters[index]?.name ?? '', value]);
  return [...byPlace, ...keywords];
}

function judge(least: Value): Swap['least'] {
  if (typeof least.constant === 'bigint') return least.constant <= 1n ? 'none' : 'kept';
  if (least.constant === null) return 'none';
  for (const origin of least.origins) if (origin.kind === 'parameter') return { parameter: origin.name };
  return 'kept';
}

function leastInData(data: Value): Swap['least'] {
  const named = entriesIn(data).find(([name]) => LEAST.test(name))?.[1];
  if (named !== undefined) return judge(named);
  return textsIn(data).some((text) => LEAST.test(text)) ? 'kept' : 'none';
}

/** Names and values of an order, those within its parts too. */
function entriesIn(data: Value, seen = new Set<Value>()): [string, Value][] {
  if (seen.has(data)) return [];
  seen.add(data);
  return [...(data.entries ?? [])].flatMap((entry) => [entry, ...entriesIn(entry[1], seen)]);
}

function textsIn(data: Value): string[] {
  const written = entriesIn(data).flatMap(([name, { constant }]) =>
    typeof constant === 'string' ? [name, constant] : [name],
  );
  return [data.shape, ...written, ...(data.items ?? []).map(({ shape }) => shape)];
}
