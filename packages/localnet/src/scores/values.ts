import { addressToBytes, formatInteger, isAddress } from '@madang/icon';
import { integerBytes } from './integer-bytes.ts';
import type { ParameterType, Value } from './score.ts';

/** A value that is not a list: what events consist of. */
export type Scalar = Exclude<Value, readonly Value[]>;

/** Types of lists. */
export type ListType = Extract<ParameterType, `[]${string}`>;

/** Types of values that are no lists. */
export type ScalarType = Exclude<ParameterType, ListType>;

/** A value as clients see it. */
export type Json = string | null | readonly Json[];

/** The result of a method as the answer of `icx_call` has it. */
export function encodeValue(value: Value): Json {
  return isList(value) ? value.map(encodeValue) : encodeScalar(value);
}

/** A value as receipts have it: integers as T_INT (`-0x1f`), bytes as `0x…`, `0x1` and `0x0`, texts and addresses as they are. */
export function encodeScalar(value: Scalar): string | null {
  if (typeof value === 'bigint') return formatInteger(value);
  if (typeof value === 'boolean') return value ? '0x1' : '0x0';
  return Buffer.isBuffer(value) ? `0x${value.toString('hex')}` : value;
}

/**
 * The bytes of a value, as they go into the bloom filter and are counted for the log: integers in two's complement, 21 bytes for
 * an address, UTF-8 for a text. Null for null.
 */
export function bytesOfScalar(value: Scalar, type: ParameterType): Buffer | null {
  if (value === null || Buffer.isBuffer(value)) return value;
  if (typeof value === 'bigint') return integerBytes(value);
  if (typeof value === 'boolean') return Buffer.of(value ? 1 : 0);
  return type === 'Address' ? addressToBytes(value) : Buffer.from(value);
}

/** Whether a value is of a type. Null is of none. */
export function isOfType(value: Value, type: ParameterType): boolean {
  if (isListType(type)) return isList(value) && value.every((item) => isOfType(item, elementOf(type)));
  switch (type) {
    case 'int':
      return typeof value === 'bigint';
    case 'str':
      return typeof value === 'string';
    case 'bytes':
      return Buffer.isBuffer(value);
    case 'bool':
      return typeof value === 'boolean';
    case 'Address':
      return typeof value === 'string' && isAddress(value);
  }
}

/** Whether a type is one of lists. */
export function isListType(type: ParameterType): type is ListType {
  return type.startsWith('[]');
}

/** Type of the items of a list. */
export function elementOf(type: ListType): ScalarType {
  return type.slice('[]'.length) as ScalarType;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
