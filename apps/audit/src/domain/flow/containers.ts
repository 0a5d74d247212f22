import { isOnly, Type, typeOfName } from '../model/types.ts';
import type { Call, Node } from '../python/tree.ts';
import { once } from '../once.ts';
import { itemKey, Machine } from './machine.ts';
import type { StorageAction } from './steps.ts';
import {
  joinOrigins,
  value,
  type Origins,
  type Reference,
  type StorageItem,
  type StorageRead,
  type Value,
} from './values.ts';

type ContainerReference = Extract<Reference, { kind: 'container' }>;

/** VarDB, DictDB and ArrayDB: making, reading and writing them. */
export class ContainerMachine extends Machine {
  /** `VarDB(key, db, value_type=…)` and its kin. Parts of the key that are computed are keys in front of all others. */
  protected makeContainer(
    kind: StorageItem['kind'],
    args: readonly Value[],
    keywords: ReadonlyMap<string, Value>,
    node: Node,
  ): Value {
    const keyValue = args[0] ?? keywords.get('var_key');
    const database = (args[1] ?? keywords.get('db'))?.reference;
    const prefix = database?.kind === 'database' ? database.prefix : '';
    const typeValue = keywords.get('value_type') ?? args[2];
    const depthValue = keywords.get('depth') ?? args[3];
    const { text, holes: ownHoles } = keyPattern(keyValue);
    const holes =
      database?.kind === 'database' && database.keys !== undefined
        ? [...database.keys, ...ownHoles]
        : ownHoles;
    // A name that is computed altogether says nothing: every such place in the source is a family of its own.
    const key =
      prefix + (text.replaceAll('{}', '') === '' ? `${text}@${this.module.path}:${node.start}` : text);
    const valueTypeName = typeValue === undefined ? '' : typeNameOf(typeValue);
    const item = this.#item(kind, key, valueTypeName, depthValue, node);
    return value(node, {
      types: Type.container,
      reference: {
        kind: 'container',
        item,
        keys: holes,
        valueType: typeOfName(valueTypeName),
        declared: node,
      },
      shape:
        holes.length === 0 ? `${kind} ${key}` : `${kind} ${key} ${holes.map(({ shape }) => shape).join()}`,
    });
  }

  #item(
    kind: StorageItem['kind'],
    key: string,
    valueTypeName: string,
    depthValue: Value | undefined,
    node: Node,
  ): StorageItem {
    const known = this.world.items.get(itemKey({ kind, key }));
    if (known !== undefined) return known;
    const depth = kind === 'VarDB' ? 0 : kind === 'ArrayDB' ? 1 : Number(depthValue?.constant ?? 1);
    const item: StorageItem = {
      kind,
      key,
      name: key,
      valueType: typeOfName(valueTypeName),
      valueTypeName,
      depth,
      module: this.module,
      node,
    };
    this.world.items.set(itemKey(item), item);
    return item;
  }

  protected read(
    container: ContainerReference,
    keys: readonly Value[],
    how: StorageRead['how'],
    node: Node,
  ): Value {
    const { item, declared } = container;
    const all = [...container.keys, ...keys];
    const result = this.#readResult(container, all, how, node);
    const step = this.append({ kind: 'read', item, declared, keys: all, how, value: result }, node);
    // An index that is out of range, and a key of the wrong type, raise.
    if (item.kind === 'ArrayDB' && how === 'item') this.mayRaise(step);
    return result;
  }

  #readResult(
    { item, valueType }: ContainerReference,
    keys: readonly Value[],
    how: StorageRead['how'],
    node: Node,
  ): Value {
    const origins = fromStorage(item);
    const place = `${item.kind} ${item.key}[${keys.map(({ shape }) => shape).join('][')}]`;
    const read = { item, keys, how };
    if (how === 'length') return value(node, { types: Type.int, origins, shape: `length ${place}`, read });
    if (how === 'contains')
      return value(node, { types: Type.bool, origins, shape: `contains ${place}`, read });
    const element = value(node, {
      types: valueType,
      origins,
      read,
      ...(how === 'pop' ? {} : { shape: place }),
    });
    if (how === 'iterate' || how === 'whole') {
      return value(node, {
        types: Type.list,
        origins,
        // A DictDB does not know its keys: what a walk through it would give is nothing.
        element: value(node, { types: item.kind === 'DictDB' ? 0 : valueType, origins, read }),
        read,
      });
    }
    return element;
  }

  protected write(
    container: ContainerReference,
    keys: readonly Value[],
    how: StorageAction['how'],
    written: Value | undefined,
    node: Node,
  ): void {
    const { item, declared } = container;
    const step = this.append(
      {
        kind: 'write',
        item,
        declared,
        keys: [...container.keys, ...keys],
        how,
        value: written,
        valueType: container.valueType,
      },
      node,
    );
    this.mayRaise(step);
  }

  /** `container[index]`: a value at the last level of keys, a part of the container above it. */
  protected subscriptContainer(container: ContainerReference, index: Value, node: Node): Value {
    const { item, valueType, declared } = container;
    if (this.#keysBelow(container) > 1) {
      const keys = [...container.keys, index];
      const shape = `${item.kind} ${item.key}[${keys.map((key) => key.shape).join('][')}]`;
      const reference = { kind: 'container', item, keys, valueType, declared } as const;
      return value(node, { types: Type.container, reference, shape });
    }
    return this.read(container, [index], 'item', node);
  }

  /** Levels of keys that are still to be given; the computed parts of a name do not count as levels. */
  #keysBelow({ item, keys }: ContainerReference): number {
    const holes = item.key.split('{}').length - 1;
    return item.depth - (keys.length - holes);
  }

  /** A method of a container; undefined when it has none of this name. */
  protected callContainer(
    container: ContainerReference,
    name: string,
    args: readonly Value[],
    node: Call,
  ): Value | undefined {
    const [first, second] = args;
    const operated = this.#callOperator(container, name, args, node);
    if (operated !== undefined) return operated;
    switch (`${container.item.kind}.${name}`) {
      case 'VarDB.get':
        return this.read(container, [], 'get', node);
      case 'VarDB.set':
        this.write(container, [], 'set', first, node);
        return this.#none(node);
      case 'VarDB.remove':
        this.write(container, [], 'remove', undefined, node);
        return this.#none(node);
      case 'DictDB.remove':
        this.write(container, first === undefined ? [] : [first], 'remove', undefined, node);
        return this.#none(node);
      case 'DictDB.get':
        return first === undefined ? undefined : this.subscriptContainer(container, first, node);
      case 'DictDB.set':
        this.write(container, first === undefined ? [] : [first], 'set', second, node);
        return this.#none(node);
      case 'ArrayDB.put':
      case 'ArrayDB.append':
        this.write(container, [], 'put', first, node);
        return this.#none(node);
      case 'ArrayDB.pop': {
        const popped = this.read(container, [], 'pop', node);
        this.write(container, [], 'pop', undefined, node);
        return popped;
      }
      case 'ArrayDB.get':
        return first === undefined ? undefined : this.read(container, [first], 'item', node);
      case 'ArrayDB.index':
      case 'ArrayDB.count':
        return this.read(container, [], 'contains', node);
      default:
        return undefined;
    }
  }

  /** An operator that is called by its name: `array.__contains__(x)`, `dict.__setitem__(k, v)`. */
  #callOperator(
    container: ContainerReference,
    name: string,
    [first, second]: readonly Value[],
    node: Call,
  ): Value | undefined {
    if (name === '__len__') return this.read(container, [], 'length', node);
    if (first === undefined) return undefined;
    switch (name) {
      case '__contains__':
        return this.read(container, [first], 'contains', node);
      case '__getitem__':
        return this.subscriptContainer(container, first, node);
      case '__setitem__':
        this.write(container, [first], 'item', second, node);
        return this.#none(node);
      case '__delitem__':
        this.write(container, [first], 'remove', undefined, node);
        return this.#none(node);
      default:
        return undefined;
    }
  }

  #none(node: Node): Value {
    return value(node, { types: Type.none, constant: null, shape: 'object null' });
  }

  /** What is met when a value is run through, element by element. */
  protected elementOf(collection: Value, node: Node): Value {
    if (collection.reference?.kind === 'container') {
      const whole = this.read(collection.reference, [], 'iterate', node);
      return whole.element ?? whole;
    }
    const element =
      collection.element ?? (collection.items === undefined ? undefined : joinAll(node, collection.items));
    const unordered = isOnly(collection.types, Type.set);
    const origins = unordered ? joinOrigins(collection.origins, SET_ORDER) : collection.origins;
    if (element !== undefined && !unordered) return element;
    return value(node, {
      types: element?.types ?? (isOnly(collection.types, Type.str) ? Type.str : 0),
      origins: joinOrigins(element?.origins, origins),
      reference: element?.reference,
    });
  }
}

const fromStorage = once((item: StorageItem): Origins => new Set([{ kind: 'storage', item } as const]));

const SET_ORDER = new Set([{ kind: 'unequal', what: 'set order' } as const]);

function joinAll(node: Node, items: readonly Value[]): Value {
  return value(node, {
    types: items.every(({ types }) => types !== 0) ? items.reduce((all, { types }) => all | types, 0) : 0,
    origins: joinOrigins(...items.map(({ origins }) => origins)),
    reference: items[0]?.reference,
  });
}

/** A key as text with `{}` for each part that is computed. Text that is put together of known parts is known. */
function keyPattern(key: Value | undefined): { text: string; holes: Value[] } {
  if (key === undefined) return { text: '?', holes: [] };
  if (typeof key.constant === 'string') return { text: key.constant, holes: [] };
  if (key.items !== undefined) {
    const parts = key.items.map(keyPattern);
    return { text: parts.map(({ text }) => text).join(''), holes: parts.flatMap(({ holes }) => holes) };
  }
  if (key.constant !== undefined) return { text: String(key.constant), holes: [] };
  return { text: '{}', holes: [key] };
}

function typeNameOf(type: Value): string {
  const { reference } = type;
  if (reference?.kind === 'builtin' || reference?.kind === 'platform') return reference.name;
  return reference?.kind === 'class' ? reference.cls.name : '';
}
