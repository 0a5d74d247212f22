import { isAddress, isObject, parseInteger } from '@madang/icon';
import { invalidParameter, unknownFailure } from '../world/failure.ts';
import type { Parameter, ParameterType, Value } from './score.ts';
import { elementOf, isListType, isOfType } from './values.ts';

/**
 * Parameters of a method as clients send them, a JSON object by name, as the values that it gets (goloop service/scoreapi).
 * Throws InvalidParameter for one that is missing, null or unknown, and UnknownFailure for one of another form: so the recorded
 * node answers to an integer that is none.
 *
 * @param json undefined and null for no parameters
 */
export function decodeParameters(inputs: readonly Parameter[], json: unknown): Value[] {
  const params = json ?? {};
  if (!isObject(params)) throw invalidParameter(`InvalidParameter(json=${quoted(json)})`);
  const values = inputs.map((input) => decodeNamed(input, params));
  const unexpected = Object.keys(params).filter((name) => !inputs.some((input) => input.name === name));
  if (unexpected.length > 0) throw invalidParameter(`UnexpectedParam(${unexpected.join(' ')})`);
  return values;
}

/**
 * Parameters of a method in order, as contracts give them to each other; the last ones may be left out where they are optional.
 * Throws InvalidParameter for too few, too many, and values of another type.
 */
export function checkParameters(inputs: readonly Parameter[], values: readonly Value[]): Value[] {
  const given = values.length;
  const required = inputs.filter(({ optional }) => optional !== true).length;
  if (given < required) throw invalidParameter(`NotEnoughParameters(given=${given},required=${required})`);
  if (given > inputs.length) throw invalidParameter(`TooManyParameters(given=${given},all=${inputs.length})`);
  return inputs.map((input, i) => {
    const value = values[i] ?? null;
    const isLeftOut = value === null && input.optional === true;
    if (!isLeftOut && !isOfType(value, input.type)) throw invalidParameter();
    return value;
  });
}

function decodeNamed({ name, type, optional }: Parameter, params: Readonly<Record<string, unknown>>): Value {
  if (Object.hasOwn(params, name)) return decode(params[name], type, optional);
  if (optional === true) return null;
  throw invalidParameter(`MissingParam(param=${name})`);
}

function decode(json: unknown, type: ParameterType, mayBeNull = false): Value {
  if (json === null) {
    if (mayBeNull) return null;
    throw invalidParameter(`NilIsNotAllowed(type=${type})`);
  }
  const value = read(json, type);
  if (value === undefined) throw unknownFailure(`InvalidParameter(type=${type},json=${quoted(json)})`);
  return value;
}

const INTEGER = /^-?0x[0-9a-f]+$/i;
const DECIMAL = /^-?(?:0|[1-9]\d*)$/;
const BYTES = /^(?:0x)?((?:[0-9a-f]{2})*)$/i;

/** Undefined for what is of another form. As the node does, it reads more forms than are ever written. */
function read(json: unknown, type: ParameterType): Value | undefined {
  if (isListType(type))
    return Array.isArray(json) ? json.map((item: unknown) => decode(item, elementOf(type))) : undefined;
  switch (type) {
    case 'int':
      return readInteger(json);
    case 'bool':
      return readBool(json);
    case 'str':
      return typeof json === 'string' ? json : undefined;
    case 'Address':
      return typeof json === 'string' && isAddress(json) ? json : undefined;
    case 'bytes':
      return readBytes(json);
  }
}

function readInteger(json: unknown): bigint | undefined {
  const text = Number.isSafeInteger(json) ? String(json) : json;
  if (typeof text !== 'string') return undefined;
  if (DECIMAL.test(text)) return BigInt(text);
  return INTEGER.test(text) && !text.includes('X') ? parseInteger(text) : undefined;
}

function readBool(json: unknown): boolean | undefined {
  const integer = readInteger(json);
  return integer === 0n || integer === 1n ? integer === 1n : undefined;
}

function readBytes(json: unknown): Buffer | undefined {
  const hex = typeof json === 'string' ? BYTES.exec(json)?.[1] : undefined;
  return hex === undefined ? undefined : Buffer.from(hex, 'hex');
}

/** JSON in quotation marks, as the node quotes it. */
const quoted = (json: unknown): string => JSON.stringify(JSON.stringify(json));
