import type { Execution } from '../execute/execution.ts';
import type { Message, Returned } from '../execute/message.ts';
import { checkParameters, decodeParameters } from '../scores/parameters.ts';
import type { Parameter, Value } from '../scores/score.ts';
import { accessDenied, Failure, methodNotFound, methodNotPayable } from '../world/failure.ts';
import type { World } from '../world/world.ts';
import type { NativeMethod, StructList } from './native-method.ts';

/** What a method of a native contract works with. */
export interface NativeCall {
  readonly execution: Execution;
  readonly world: World;
  /** Who calls. */
  readonly from: string;
  /** Coins that came with the call, in loop; the contract has them already. */
  readonly value: bigint;
  readonly given: Given;
}

/** The parameters of a call by name. A name that the method does not have, or of another type, is a TypeError. */
export interface Given {
  /** A text, or an address. */
  text(name: string): string;
  integer(name: string): bigint;
  bytes(name: string): Buffer;
  /** Whether a parameter that may be left out is there. */
  has(name: string): boolean;
}

/** Does what a method does, and gives its result: a value of a contract, or JSON as clients see it where it is a list or an object. */
export type NativeRun = (call: NativeCall) => unknown;

/** A contract that the node itself brings. */
export interface NativeContract {
  readonly methods: readonly NativeMethod[];
  /** Code by name. A method without any is told in the API, and fails. */
  readonly runs: Readonly<Record<string, NativeRun>>;
  /** Throws a failure when somebody may not call a method. */
  admit(method: NativeMethod, world: World, from: string): void;
}

/**
 * Calls a method of a native contract. It costs what was charged for the call already, and nothing more: so it is on the recorded
 * chain. Throws a failure.
 */
export function callNative(
  { methods, runs, admit }: NativeContract,
  execution: Execution,
  world: World,
  { from, value, method: name, params }: Message,
): Returned {
  const method = methods.find((one) => one.name === name);
  if (method === undefined) throw methodNotFound();
  if (execution.transaction === null && method.readonly !== true) throw accessDenied();
  if (value > 0n && method.payable !== true) throw methodNotPayable();
  admit(method, world, from);
  const run = Object.hasOwn(runs, method.name) ? runs[method.name] : undefined;
  if (run === undefined || !method.inputs.every(isPlain)) throw notExecuted(method.name);
  const values =
    params.kind === 'ordered'
      ? checkParameters(method.inputs, params.values)
      : decodeParameters(method.inputs, params.json);
  const given = givenOf(method.inputs, values);
  return { value: run({ execution, world, from, value, given }) ?? null, type: method.output };
}

const isPlain = (input: Parameter | StructList): input is Parameter => !('fields' in input);

function notExecuted(name: string): Failure {
  const message = `${name} is not executed here: localnet knows the method, and does nothing of the kind`;
  return new Failure(1, 'NotExecutedHere', message);
}

function givenOf(inputs: readonly Parameter[], values: readonly Value[]): Given {
  const byName = new Map(inputs.map(({ name }, i) => [name, values[i] ?? null]));
  const wrong = (name: string): TypeError => new TypeError(`There is no parameter ${name} of this type.`);
  return {
    text(name) {
      const value = byName.get(name);
      if (typeof value !== 'string') throw wrong(name);
      return value;
    },
    integer(name) {
      const value = byName.get(name);
      if (typeof value !== 'bigint') throw wrong(name);
      return value;
    },
    bytes(name) {
      const value = byName.get(name);
      if (!Buffer.isBuffer(value)) throw wrong(name);
      return value;
    },
    has: (name) => (byName.get(name) ?? null) !== null,
  };
}
