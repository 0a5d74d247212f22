import { CHANGES } from '../model/writes.ts';
import { isOnly, Type, type TypeSet } from '../model/types.ts';
import type { Call, Node } from '../python/tree.ts';
import type { Arguments } from './arguments.ts';
import { BuiltinMachine } from './builtin-calls.ts';
import { origin, originsOf, shapesOf } from './call-origins.ts';
import type { Contents } from './collections.ts';
import { platformResult } from './platform-results.ts';
import { constantValue, joinOrigins, value, type Reference, type Value } from './values.ts';

/** What a method of a Python value gives, where that is always of one type. */
const METHOD_TYPES: ReadonlyMap<string, TypeSet> = new Map([
  ...['to_bytes', 'encode', 'digest'].map((name) => [name, Type.bytes] as const),
  ...['hex', 'hexdigest', 'decode'].map((name) => [name, Type.str] as const),
  ...['split', 'splitlines'].map((name) => [name, Type.list] as const),
  ...['startswith', 'endswith', 'isdigit', 'isalnum', 'isalpha', 'issubset', 'issuperset'].map(
    (name) => [name, Type.bool] as const,
  ),
  ...['find', 'count', 'index', 'bit_length', 'rfind', 'from_bytes'].map((name) => [name, Type.int] as const),
]);

/** Builtins that ask a value for a method of this name. */
const ASKED_BY: ReadonlyMap<string, string> = new Map([
  ['__str__', 'str'],
  ['__repr__', 'repr'],
  ['__int__', 'int'],
  ['__len__', 'len'],
]);

/** Methods of text and of bytes, which give what they are asked of. */
const OF_EITHER_TEXT: ReadonlySet<string> = new Set([
  'join',
  'lower',
  'upper',
  'strip',
  'lstrip',
  'rstrip',
  'replace',
  'title',
  'zfill',
  'capitalize',
]);

/** Bytes where that is known of the one or of what it is given; text otherwise, as nearly always in a contract. */
const textLike = ({ types }: Value, { values: [first] }: Arguments): TypeSet =>
  isOnly(types, Type.bytes) || (types === 0 && isOnly(first?.types ?? 0, Type.bytes)) ? Type.bytes : Type.str;

/** Calls of the platform's functions, and of methods of values. */
export abstract class CallMachine extends BuiltinMachine {
  protected abstract callValue(callee: Value, given: Arguments, node: Call): Value;

  protected callPlatform(name: string, given: Arguments, node: Call): Value {
    if (name === 'revert') {
      this.raise('revert', given.values[0] ?? given.keywords.get('message'), 'IconScoreException', node);
      return value(node);
    }
    const result = platformResult(name, given, node);
    const step = this.append(
      { kind: 'platform', name, args: given.values, keywords: given.keywords, result },
      node,
    );
    if (name !== 'now' && !name.startsWith('Logger')) this.mayRaise(step);
    return result;
  }

  /** Ends this way: to a handler where one catches, otherwise out of the transaction. */
  protected raise(
    by: 'revert' | 'raise' | 'assert',
    message: Value | undefined,
    exception: string,
    node: Node,
  ): void {
    const step = this.append({ kind: 'raise', by, value: message, exception }, node);
    this.mayRaise(step);
    this.heads = [];
  }

  /** A method of a value that is no object of ours: text, list, dict, address. */
  protected callMethod(of: Value, name: string, given: Arguments, node: Call): Value {
    const [self, ...values] = given.values;
    if (self !== undefined && isOfType(of, name))
      return this.callMethod(self, name, { ...given, values }, node);
    if (of.reference?.kind === 'container') {
      const result = this.callContainer(of.reference, name, given.values, node);
      if (result !== undefined) return result;
    }
    const builtin = ASKED_BY.get(name);
    if (builtin !== undefined && given.values.length === 0)
      return this.callBuiltin(builtin, { ...given, values: [of] }, node);
    const result = this.#methodResult(of, name, given, node);
    this.append(
      { kind: 'platform', name: `.${name}`, args: [of, ...given.values], keywords: given.keywords, result },
      node,
    );
    if (CHANGES.has(name)) this.changed(of, this.putBy(of, name, given, node), node);
    return result;
  }

  #methodResult(of: Value, name: string, given: Arguments, node: Call): Value {
    const origins = originsOf(given, of);
    const element = of.element ?? of.items?.[0];
    if (SET_METHODS.has(name) && isOnly(of.types, Type.set))
      return value(node, { types: Type.set, origins, element });
    const orderLost = name === 'join' && isOnly(given.values[0]?.types ?? 0, Type.set);
    if (name === 'pop' && isOnly(of.types, Type.set))
      return value(node, { types: 0, origins: joinOrigins(origins, origin('set order')) });
    if (name === 'format') return this.#formatted(of, given, node);
    const taken = this.taken(of, name, given, node);
    if (taken !== undefined) return taken;
    const types = OF_EITHER_TEXT.has(name) ? textLike(of, given) : (METHOD_TYPES.get(name) ?? 0);
    return value(node, {
      types,
      origins: orderLost ? joinOrigins(origins, origin('set order')) : origins,
      shape: types === 0 || types === Type.list ? undefined : `${of.shape}.${name}(${shapesOf(given)})`,
      entries: name === 'encode' ? of.entries : undefined,
      reference: name === 'from_bytes' && isUnsigned(given) ? UNSIGNED : undefined,
      element: isOnly(types, Type.list)
        ? (element ?? value(node, { types: name === 'split' ? Type.str : 0, origins }))
        : undefined,
    });
  }

  #formatted(of: Value, given: Arguments, node: Node): Value {
    const texts = given.values.map((each) => this.textOf(each, node));
    const named = [...given.keywords.values()].map((each) => this.textOf(each, node).origins);
    const origins = joinOrigins(of.origins, ...texts.map((text) => text.origins), ...named);
    const parts = filledIn(of, texts, node);
    return value(node, {
      types: Type.str,
      origins,
      items: parts,
      shape: parts === undefined ? undefined : `f(${parts.map(({ shape }) => shape).join()})`,
    });
  }

  /** A list, dict or set has taken up new contents. */
  protected abstract changed(of: Value, put: Contents, node: Call): void;
}

/** `'lot_{}_{}'.format(number, name)`: the parts of what comes of it, as of `f'lot_{number}_{name}'`; undefined of what is filled in otherwise. */
function filledIn({ constant }: Value, texts: readonly Value[], node: Node): Value[] | undefined {
  if (typeof constant !== 'string' || /\{\{|\}\}|\{\d*[^}\d]/.test(constant)) return undefined;
  const parts = constant.split(/\{(\d*)\}/);
  let next = 0;
  const filled = parts.map((part, place) =>
    place % 2 === 0 ? constantValue(node, part) : texts[part === '' ? next++ : Number(part)],
  );
  const known = filled.filter((part) => part !== undefined);
  return known.length === filled.length ? known.filter(({ constant: text }) => text !== '') : undefined;
}

/** `str.encode(text)`: a method asked of the type, with the text itself as first argument. */
const isOfType = ({ reference }: Value, name: string): boolean =>
  reference?.kind === 'builtin' &&
  ['str', 'bytes', 'list', 'dict', 'set'].includes(reference.name) &&
  !['fromhex', 'fromkeys', 'maketrans'].includes(name);

/** `int.from_bytes(raw, 'big')` is never below zero unless the call asks for a sign. */
const isUnsigned = ({ keywords }: Arguments): boolean =>
  !keywords.has('signed') || keywords.get('signed')?.constant === false;

const UNSIGNED: Reference = { kind: 'builtin', name: 'unsigned number' };

const SET_METHODS: ReadonlySet<string> = new Set([
  'union',
  'intersection',
  'difference',
  'symmetric_difference',
  'copy',
]);
