import { CHANGES } from '../model/writes.ts';
import { isOnly, mayBe, Type, type TypeSet } from '../model/types.ts';
import type { Call, Node } from '../python/tree.ts';
import type { Arguments } from './arguments.ts';
import { CollectionMachine } from './collection-methods.ts';
import { dictOf, typesOfAll, type Contents } from './collections.ts';
import { isDescribed } from './described.ts';
import {
  constantValue,
  joinOrigins,
  noOrigins,
  value,
  withoutOrigins,
  type Condition,
  type Origin,
  type Origins,
  type Value,
} from './values.ts';

/** What a method of a Python value gives, where that is always of one type. */
const METHOD_TYPES: ReadonlyMap<string, TypeSet> = new Map([
  ...['to_bytes', 'encode', 'digest'].map((name) => [name, Type.bytes] as const),
  ...[
    'format',
    'join',
    'lower',
    'upper',
    'strip',
    'lstrip',
    'rstrip',
    'replace',
    'hex',
    'decode',
    'title',
    'zfill',
    'capitalize',
  ].map((name) => [name, Type.str] as const),
  ...['split', 'splitlines'].map((name) => [name, Type.list] as const),
  ...['startswith', 'endswith', 'isdigit', 'isalnum', 'isalpha', 'issubset', 'issuperset'].map(
    (name) => [name, Type.bool] as const,
  ),
  ...['find', 'count', 'index', 'bit_length', 'rfind', 'from_bytes'].map((name) => [name, Type.int] as const),
]);

const origin = (kind: Extract<Origin, { kind: 'unequal' }>['what']) =>
  new Set([{ kind: 'unequal', what: kind } as const]);
const HASH = origin('hash');
export const FLOAT = new Set([{ kind: 'float' } as const]);
const JSON_ORIGIN = new Set([{ kind: 'json' } as const]);

/** Calls that leave the package: Python's builtins, the platform's functions, methods of values. */
export abstract class CallMachine extends CollectionMachine {
  protected abstract callValue(callee: Value, given: Arguments, node: Call): Value;

  /** A call of which nothing is known but what goes in. */
  protected opaque(node: Node, given: Arguments, of?: Value): Value {
    return value(node, { origins: originsOf(given, of) });
  }

  protected callPlatform(name: string, given: Arguments, node: Call): Value {
    const result = this.#platformResult(name, given, node);
    if (name === 'revert') return result;
    const step = this.append(
      { kind: 'platform', name, args: given.values, keywords: given.keywords, result },
      node,
    );
    if (name !== 'now' && !name.startsWith('Logger')) this.mayRaise(step);
    return result;
  }

  #platformResult(name: string, given: Arguments, node: Call): Value {
    const [first] = given.values;
    const inputs = originsOf(given);
    switch (name) {
      case 'revert':
        this.raise('revert', first ?? given.keywords.get('message'), 'IconScoreException', node);
        return value(node);
      case 'now':
        return value(node, {
          types: Type.int,
          origins: new Set([{ kind: 'block', what: 'time' }]),
          shape: 'now',
        });
      case 'sha3_256':
      case 'sha_256':
        return value(node, { types: Type.bytes, origins: inputs, shape: shapeOf(name, given) });
      case 'json_loads':
      case 'json.loads':
      case 'ast.literal_eval':
        return value(node, { origins: joinOrigins(inputs, JSON_ORIGIN), shape: shapeOf(name, given) });
      case 'json_dumps':
        return value(node, { types: Type.str, origins: inputs, entries: first?.entries });
      case 'Address.from_string':
      case 'Address.from_bytes':
      case 'Address.from_data':
      case 'Address.from_prefix_and_int':
      case 'Address':
        return value(node, {
          types: Type.address,
          origins: inputs,
          shape: shapeOf(name, given),
          items: given.values,
        });
      case 'create_address_with_key':
        return value(node, { types: Type.address | Type.none, origins: inputs });
      case 'recover_key':
        return value(node, { types: Type.bytes | Type.none, origins: inputs });
      case 'icx.get_balance':
        return value(node, {
          types: Type.int,
          origins: new Set([{ kind: 'icx balance' }]),
          shape: shapeOf(name, given),
        });
      case 'get_owner':
        return value(node, { types: Type.address, origins: inputs });
      case 'IconScoreException':
        return value(node, { types: Type.exception, origins: inputs });
      default:
        return value(node, { origins: joinOrigins(inputs, hostOrigins(name)) });
    }
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

  protected callBuiltin(name: string, given: Arguments, node: Call): Value {
    const result = this.#builtinResult(name, given, node);
    if (name !== 'super' && name !== 'range' && name !== 'isinstance') {
      this.append({ kind: 'platform', name, args: given.values, keywords: given.keywords, result }, node);
    }
    return result;
  }

  #builtinResult(name: string, given: Arguments, node: Call): Value {
    const [first] = given.values;
    const origins = originsOf(given);
    const shape = shapeOf(name, given);
    switch (name) {
      case 'int':
      case 'abs':
      case 'ord':
      case 'round':
        return this.#number(name, given, node);
      case 'divmod':
        return this.#divmod(given, node);
      case 'len':
        return this.#length(first, origins, node);
      case 'min':
      case 'max':
      case 'sum':
        return value(node, {
          types: name === 'sum' ? Type.int : typesOfAll(chosen(given.values)),
          origins: ordered(origins),
          shape,
          reference: { kind: 'builtin', name },
          items: given.values,
        });
      case 'range':
        return value(node, {
          types: Type.list,
          reference: { kind: 'builtin', name },
          items: given.values,
          element: value(node, {
            types: Type.int,
            origins,
            reference: { kind: 'builtin', name: 'element of range' },
            items: given.values,
          }),
        });
      case 'float':
        return value(node, { types: Type.float, origins: joinOrigins(origins, FLOAT) });
      case 'pow':
        return this.#pow(given, node);
      case 'hash':
      case 'id':
        return value(node, { types: Type.int, origins: joinOrigins(origins, HASH) });
      default:
        return this.#builtinCollection(name, given, node);
    }
  }

  /** A number made of one other; a constant stays one. */
  #number(name: string, given: Arguments, node: Call): Value {
    const [first] = given.values;
    if (name === 'int' && given.values.length === 1 && typeof first?.constant === 'bigint') return first;
    const origins = originsOf(given);
    return value(node, {
      types: Type.int,
      origins,
      shape: shapeOf(name, given),
      reference: { kind: 'builtin', name },
      items: given.values,
    });
  }

  #divmod(given: Arguments, node: Call): Value {
    const [left, right] = given.values;
    if (left === undefined || right === undefined) return this.opaque(node, given);
    const items = (['//', '%'] as const).map((operator) => {
      const shape = `(${left.shape} ${operator} ${right.shape})`;
      const result = value(node, {
        types: Type.int,
        origins: joinOrigins(left.origins, right.origins),
        made: { operator, left, right },
        shape,
      });
      this.mayRaise(this.append({ kind: 'arithmetic', operator, left, right, result }, node));
      return result;
    });
    return value(node, { types: Type.tuple, items, origins: joinOrigins(left.origins, right.origins) });
  }

  #builtinCollection(name: string, given: Arguments, node: Call): Value {
    const [first] = given.values;
    const origins = originsOf(given);
    switch (name) {
      case 'str':
      case 'repr':
        return this.textOf(first, node, name === 'repr');
      case 'bytes':
        return value(node, { types: Type.bytes, origins, shape: shapeOf(name, given) });
      case 'bool':
      case 'any':
      case 'all':
        return value(node, {
          types: Type.bool,
          origins,
          condition: first === undefined ? undefined : truthOf(first),
        });
      case 'isinstance':
      case 'hasattr':
      case 'callable':
        return value(node, { types: Type.bool, origins, shape: shapeOf(name, given) });
      case 'set':
      case 'frozenset':
        return value(node, {
          types: Type.set,
          origins,
          items: first === undefined ? [] : undefined,
          element: first === undefined ? undefined : this.elementOf(first, node),
        });
      case 'sorted':
        return value(node, {
          types: Type.list,
          origins: ordered(origins),
          element:
            first?.element &&
            inOrder(isOnly(first.types, Type.dict) ? this.elementOf(first, node) : first.element),
        });
      case 'list':
      case 'tuple':
      case 'iter':
      case 'reversed':
        return this.#listOf(first, node, name === 'tuple' ? Type.tuple : Type.list);
      case 'enumerate':
      case 'zip':
        return this.#zipped(name, given.values, node);
      case 'dict':
        return this.#dict(given, node);
      case 'type':
        return value(node, { types: Type.type, origins });
      case 'object':
        return value(node, { types: Type.object, origins });
      case 'print':
        return value(node, { types: Type.none, constant: null, shape: 'object null' });
      default:
        return /(?:Error|Exception|Warning|Exit|Interrupt)$/.test(name)
          ? value(node, { types: Type.exception, origins, reference: { kind: 'builtin', name } })
          : value(node, { origins });
    }
  }

  #dict({ values, keywords }: Arguments, node: Call): Value {
    const named = [...keywords].map(([name, each]) => ({ key: constantValue(node, name), value: each }));
    return dictOf([...values.map((each) => ({ key: undefined, value: each })), ...named], node);
  }

  #length(of: Value | undefined, origins: ReadonlySet<Origin>, node: Call): Value {
    if (of?.reference?.kind === 'container') return this.read(of.reference, [], 'length', node);
    if (isWrittenOut(of)) return constantValue(node, BigInt(of.items.length));
    return value(node, {
      types: Type.int,
      origins,
      shape: of === undefined ? undefined : `len ${of.shape}`,
      read: of?.read,
      items: of?.grown === undefined ? undefined : [of],
    });
  }

  #pow(given: Arguments, node: Call): Value {
    const [left, right] = given.values;
    if (left === undefined || right === undefined) return this.opaque(node, given);
    const result = value(node, {
      types: Type.int,
      origins: joinOrigins(left.origins, right.origins),
      made: { operator: '**', left, right },
    });
    // With a modulus the result is as short as that.
    if (given.values.length === 2)
      this.append({ kind: 'arithmetic', operator: '**', left, right, result }, node);
    return result;
  }

  #listOf(of: Value | undefined, node: Call, types: TypeSet): Value {
    if (of === undefined) return value(node, { types, items: [] });
    if (of.reference?.kind === 'container') return this.read(of.reference, [], 'whole', node);
    return value(node, {
      types,
      origins: of.origins,
      element: this.elementOf(of, node),
      items: of.items,
      read: of.read,
    });
  }

  #zipped(name: string, values: readonly Value[], node: Call): Value {
    const elements = values
      .slice(0, name === 'enumerate' ? 1 : undefined)
      .map((each) => this.elementOf(each, node));
    const items = name === 'enumerate' ? [value(node, { types: Type.int }), ...elements] : elements;
    const origins = joinOrigins(...elements.map((each) => each.origins));
    return value(node, {
      types: Type.list,
      origins,
      element: value(node, { types: Type.tuple, items, origins }),
      items: undefined,
      read: values[0]?.read,
    });
  }

  /** A value as text. What Python itself describes, such as an exception or a function, reads differently on each node. */
  protected textOf(of: Value | undefined, node: Node, repr = false): Value {
    if (of === undefined) return value(node, { types: Type.str, constant: '', shape: 'string ' });
    if (typeof of.constant === 'string' && !repr) return of;
    const made = { kind: 'unequal', what: 'repr', text: { of, node, module: this.module } } as const;
    const origins = isDescribed(of) ? joinOrigins(of.origins, new Set([made])) : of.origins;
    const ordered = isOnly(of.types, Type.set) ? joinOrigins(origins, origin('set order')) : origins;
    return value(node, {
      types: Type.str,
      origins: ordered,
      shape: `str(${of.shape})`,
      items: mayBe(of.types, Type.str) ? [of] : undefined,
    });
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
    if (name === 'format') return value(node, { types: Type.str, origins: this.#formatted(of, given, node) });
    const taken = this.taken(of, name, given, node);
    if (taken !== undefined) return taken;
    const types = METHOD_TYPES.get(name) ?? 0;
    return value(node, {
      types,
      origins: orderLost ? joinOrigins(origins, origin('set order')) : origins,
      shape: types === 0 || types === Type.list ? undefined : `${of.shape}.${name}(${shapesOf(given)})`,
      entries: name === 'encode' ? of.entries : undefined,
      element: isOnly(types, Type.list)
        ? (element ?? value(node, { types: name === 'split' ? Type.str : 0, origins }))
        : undefined,
    });
  }

  #formatted(of: Value, given: Arguments, node: Node): ReadonlySet<Origin> {
    const parts = [...given.values, ...given.keywords.values()].map(
      (each) => this.textOf(each, node).origins,
    );
    return joinOrigins(of.origins, ...parts);
  }

  /** A list, dict or set has taken up new contents. */
  protected abstract changed(of: Value, put: Contents, node: Call): void;
}

/** `str.encode(text)`: a method asked of the type, with the text itself as first argument. */
const isOfType = ({ reference }: Value, name: string): boolean =>
  reference?.kind === 'builtin' &&
  ['str', 'bytes', 'list', 'dict', 'set'].includes(reference.name) &&
  !['fromhex', 'fromkeys', 'maketrans'].includes(name);

/** A list or tuple whose elements all stand there, and that nothing was put into. */
const isWrittenOut = (of: Value | undefined): of is Value & { readonly items: readonly Value[] } =>
  of?.items !== undefined &&
  of.grown === undefined &&
  isOnly(of.types, Type.list | Type.tuple) &&
  of.reference === undefined;

const SET_METHODS: ReadonlySet<string> = new Set([
  'union',
  'intersection',
  'difference',
  'symmetric_difference',
  'copy',
]);

/** What no longer depends on the order in which a set is run through. */
const ordered = (origins: ReadonlySet<Origin>): ReadonlySet<Origin> =>
  withoutOrigins(origins, (each) => each.kind === 'unequal' && each.what === 'set order');

const inOrder = (of: Value): Value => ({ ...of, origins: ordered(of.origins) });

/** What modules give that read the machine that runs them. */
function hostOrigins(name: string): ReadonlySet<Origin> | undefined {
  if (/^(?:time|datetime)\b/.test(name)) return origin('clock');
  return /^(?:random|secrets|uuid|numpy|os)\b/.test(name) ? origin('random') : undefined;
}

/** What goes into a call decides what comes of it. */
function originsOf({ values, keywords }: Arguments, of?: Value): Origins {
  let origins = of?.origins ?? noOrigins;
  for (const each of values) origins = joinOrigins(origins, each.origins);
  for (const each of keywords.values()) origins = joinOrigins(origins, each.origins);
  return origins;
}

const shapesOf = (given: Arguments) => given.values.map(({ shape }) => shape).join(', ');
const shapeOf = (name: string, given: Arguments) =>
  given.keywords.size > 0 ? undefined : `${name}(${shapesOf(given)})`;

/** What `min` and `max` choose from: their arguments, or the elements of the only one. */
const chosen = ([first, ...rest]: readonly Value[]): readonly (Value | undefined)[] =>
  rest.length > 0 ? [first, ...rest] : [first?.element];

/** What is true when a value is. */
export const truthOf = (of: Value): Condition => of.condition ?? { kind: 'truth', value: of };
