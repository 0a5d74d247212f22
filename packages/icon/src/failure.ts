import { parseInteger } from './integer.ts';

const NAMES = [
  'Success',
  'UnknownFailure',
  'ContractNotFound',
  'MethodNotFound',
  'MethodNotPayable',
  'IllegalFormat',
  'InvalidParameter',
  'InvalidInstance',
  'InvalidContainerAccess',
  'AccessDenied',
  'OutOfStep',
  'OutOfBalance',
  'Timeout',
  'StackOverflow',
  'SkipTransaction',
  'InvalidPackage',
];

const REVERTED = 32;

/**
 * What a goloop node calls the failure code of a receipt (T_INT); null for a code without a name. From 32 on it is a
 * revert, with the number that the contract gave. Receipts of the years before goloop used other codes: show the
 * receipt's own message beside it.
 *
 * ```ts
 * failureName('0x21') // 'Reverted(1)'
 * ```
 */
export function failureName(code: string): string | null {
  const number = Number(parseInteger(code, 'the failure code'));
  return number < REVERTED ? (NAMES[number] ?? null) : `Reverted(${number - REVERTED})`;
}
