import { hasOrigin, type Value } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';

/** An address that is a parameter, perhaps with the sender in place of one that is left out. */
export function isNamedAccount(value: Value): boolean {
  if (!hasOrigin(value, 'parameter') || (value.types & Type.address) === 0 || value.read !== undefined)
    return false;
  if (value.choices !== undefined) return value.choices.some((choice) => isNamedAccount(choice.value));
  // What was recovered from a signature is no name that anybody can give.
  return /^(?:Address\.from_\w+\()?parameter /.test(value.shape);
}

/** An address that the contract keeps. */
export const isAccountOfOurs = ({ read, reference, types, constant }: Value): boolean =>
  constant === undefined &&
  ((read !== undefined && isOnly(types, Type.address)) ||
    (reference?.kind === 'container' && isOnly(reference.item.valueType, Type.address)));

/** An address that stands in data of the caller. */
export const isAccountInData = (value: Value): boolean =>
  hasOrigin(value, 'json') &&
  hasOrigin(value, 'parameter') &&
  !hasOrigin(value, 'storage', 'call', 'sender') &&
  isOnly(value.types, Type.address);
