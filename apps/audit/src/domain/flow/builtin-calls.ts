import { isOnly, mayBe, Type, type TypeSet } from '../model/types.ts';
import type { Call, Node } from '../python/tree.ts';
import type { Arguments } from './arguments.ts';
import { FLOAT, HASH, inOrder, ordered, origin, originsOf, shapeOf, truthOf } from './call-origins.ts';
import { CollectionMachine } from './collection-methods.ts';
import { dictOf, typesOfAll, isSlice } from './collections.ts';
import { isDescribed } from './described.ts';
import { constantValue, joinOrigins, value, type Origin, type Value } from './values.ts';

/** Calls of Python's builtins. */
export abstract class BuiltinMachine extends CollectionMachine {
  /** A call of which nothing is known but what goes in. */
  protected opaque(node: Node, given: Arguments, of?: Value): Value {
    return value(node, { origins: originsOf(given, of) });
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
      items: of !== undefined && isOfSomeLength(of) ? [of] : undefined,
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
    const items = name === 'enumerate' ? [countOf(node, values[1]), ...elements] : elements;
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
}

/** A list of which more is known than what it holds: how it was filled, or that it is a part of another one. */
const isOfSomeLength = (of: Value): boolean =>
  of.grown !== undefined || isSlice(of) || of.choices?.some((choice) => isSlice(choice.value)) === true;

/** How many `enumerate` has handed out, from where it is told to begin: a range without an end. */
const countOf = (node: Call, start: Value | undefined): Value =>
  value(node, {
    types: Type.int,
    reference: { kind: 'builtin', name: 'element of range' },
    items: start === undefined ? [] : [start, value(node)],
  });

/** A list or tuple whose elements all stand there, and that nothing was put into. */
const isWrittenOut = (of: Value | undefined): of is Value & { readonly items: readonly Value[] } =>
  of?.items !== undefined &&
  of.grown === undefined &&
  isOnly(of.types, Type.list | Type.tuple) &&
  of.reference === undefined;

/** What `min` and `max` choose from: their arguments, or the elements of the only one. */
const chosen = ([first, ...rest]: readonly Value[]): readonly (Value | undefined)[] =>
  rest.length > 0 ? [first, ...rest] : [first?.element];
