import { isOnly, Type } from '../model/types.ts';
import type { Call, Node } from '../python/tree.ts';
import type { Arguments } from './arguments.ts';
import {
  asAtFirst,
  contentAt,
  contentsOf,
  elementsPut,
  nothingPut,
  pairsOf,
  typesOfAll,
  type Contents,
} from './collections.ts';
import { ContainerMachine } from './containers.ts';
import { holdsNothing, isEmpty, unknownPart } from './either.ts';
import { constantValue, joinOrigins, ownShape, value, type Value } from './values.ts';

/** Lists, dicts and sets of Python: what is put into them comes out again. */
export abstract class CollectionMachine extends ContainerMachine {
  /** What a method gives of what is in a collection; undefined of any other method. */
  protected taken(of: Value, name: string, given: Arguments, node: Call): Value | undefined {
    switch (name) {
      case 'get':
      case 'pop':
      case 'setdefault':
        return this.#takenAt(of, name, given, node);
      case 'items':
        return this.#listed(of, this.#pair(of, node), node);
      case 'keys':
        return this.#listed(of, keyOf(of, node), node);
      case 'values':
        return this.#listed(of, of.element ?? unknownPart(of, node), node);
      case 'popitem':
        return this.#pair(of, node);
      case 'copy':
        return isOnly(of.types, Type.list | Type.dict)
          ? { ...of, node, shape: ownShape(), grown: undefined }
          : undefined;
      default:
        return undefined;
    }
  }

  /** `get`, `pop` and `setdefault`: what stands under a key, or what is given for the case that nothing does. */
  #takenAt(now: Value, name: string, { values }: Arguments, node: Call): Value {
    const [key, otherwise] = values;
    const of = key === undefined ? now : asAtFirst(now, key);
    const found = contentAt(of, isOnly(of.types, Type.list) ? undefined : key);
    const instead = otherwise ?? (name === 'pop' ? undefined : constantValue(node, null));
    if (found === undefined && isEmpty(of) && instead !== undefined) return instead;
    const given = otherwise === undefined ? [] : [otherwise];
    const types = found === undefined ? 0 : typesOfAll([found, ...(instead === undefined ? [] : [instead])]);
    return value(node, {
      types,
      origins: joinOrigins((found ?? of).origins, ...values.map(({ origins }) => origins)),
      reference: found?.reference,
      choices: found === undefined ? undefined : [found, ...given].map((each) => ({ value: each, when: [] })),
      ...(otherwise === undefined || holdsNothing(otherwise) ? contentsOf(found) : {}),
    });
  }

  #pair(of: Value, node: Node): Value {
    return value(node, {
      types: Type.tuple,
      items: [keyOf(of, node), of.element ?? unknownPart(of, node)],
      origins: of.origins,
    });
  }

  #listed(of: Value, element: Value, node: Node): Value {
    return value(node, { types: Type.list, origins: of.origins, element });
  }

  /** What a method puts into the collection that it is called on. */
  protected putBy(of: Value, name: string, { values, keywords }: Arguments, node: Call): Contents {
    const [first, second] = values;
    switch (name) {
      case 'append':
        return first === undefined ? nothingPut : { ...elementsPut(first), intoList: true };
      case 'add':
        return first === undefined ? nothingPut : elementsPut(first);
      case 'insert':
        return second === undefined ? nothingPut : elementsPut(second);
      case 'extend':
        return first === undefined || holdsNothing(first)
          ? nothingPut
          : { ...elementsPut(this.elementOf(first, node)), whole: true };
      case 'setdefault':
        return first === undefined
          ? nothingPut
          : { keys: [first], values: [second ?? constantValue(node, null)] };
      case 'update':
        return this.#updated(of, first, keywords, node);
      default:
        return nothingPut;
    }
  }

  #updated(of: Value, other: Value | undefined, keywords: Arguments['keywords'], node: Call): Contents {
    if (other !== undefined && isOnly(of.types, Type.set))
      return { ...elementsPut(this.elementOf(other, node)), whole: true };
    const pairs = other === undefined ? nothingPut : pairsOf(other, node);
    return {
      ...pairs,
      keys: [...pairs.keys, ...[...keywords.keys()].map((name) => constantValue(node, name))],
      values: [...pairs.values, ...keywords.values()],
    };
  }

  /** Running through a dict meets its keys; `element` is what is kept below them. */
  protected override elementOf(collection: Value, node: Node): Value {
    return isOnly(collection.types, Type.dict) ? keyOf(collection, node) : super.elementOf(collection, node);
  }
}

const keyOf = (of: Value, node: Node): Value => of.key ?? unknownPart(of, node);
