import { Type, type TypeSet } from '../model/types.ts';

/** A parameter of a function of the platform. */
export interface TypedParameter {
  readonly name: string;
  readonly types: TypeSet;
}

const of = (...parameters: readonly (readonly [string, TypeSet])[]): readonly TypedParameter[] =>
  parameters.map(([name, types]) => ({ name, types }));

const LOG = of(['msg', Type.str], ['tag', Type.str]);

/** Types of what the platform's functions take, where another type raises or is never meant (reference score-audit §2.7, §2.8). */
export const platformSignatures: ReadonlyMap<string, readonly TypedParameter[]> = new Map([
  ...['debug', 'info', 'warning', 'error', 'exception'].map((level) => [`Logger.${level}`, LOG] as const),
  ['sha3_256', of(['data', Type.bytes])],
  ['sha_256', of(['data', Type.bytes])],
  ['json_loads', of(['src', Type.str])],
  ['recover_key', of(['msg_hash', Type.bytes], ['signature', Type.bytes])],
  ['create_address_with_key', of(['public_key', Type.bytes])],
  ['Address.from_string', of(['address', Type.str])],
  ['icx.get_balance', of(['address', Type.address])],
  ['icx', of(['addr_to', Type.address], ['amount', Type.int])],
]);
