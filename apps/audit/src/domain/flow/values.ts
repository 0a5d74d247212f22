import { Type, type TypeSet } from '../model/types.ts';
import type { ClassModel, FunctionModel } from '../model/program.ts';
import type { Module } from '../package/package.ts';
import type { BinaryOperator, CompareOperator, Expression, Node } from '../python/tree.ts';
import type { Environment } from './environment.ts';

/**
 * What is known of a value that an expression gives, on the way on which it is computed.
 *
 * Glossary: the *origins* of a value are all places that its content depends on; its *shape* is a text that is equal for two values
 * that are equal whenever both are computed (`storage balances[sender]`); a *reference* says what thing it is, where that is known.
 */
export interface Value {
  readonly types: TypeSet;
  readonly origins: Origins;
  readonly shape: string;
  readonly constant: ConstantValue | undefined;
  readonly reference: Reference | undefined;
  /** Of a tuple or list that is written out. */
  readonly items: readonly Value[] | undefined;
  /** Of any element of a collection; of a dict, what stands under any of its keys. */
  readonly element: Value | undefined;
  /** Of any key of a dict. */
  readonly key: Value | undefined;
  /** What is true when the value is true. */
  readonly condition: Condition | undefined;
  /** The operation that made it. */
  readonly made: Arithmetic | undefined;
  /** Where several ways meet: what it may be, and what is known where it is that. */
  readonly choices: readonly Choice[] | undefined;
  /** Of a dict that is written out, and of the text that is made of one: what stands under each name. */
  readonly entries: ReadonlyMap<string, Value> | undefined;
  /** Of a collection that has taken something up. */
  readonly grown: Growth | undefined;
  /** The place in storage that it was read from as it is. */
  readonly read: StorageRead | undefined;
  /** Where it was computed. */
  readonly node: Node;
}

/** How a collection became what it is. */
export interface Growth {
  /** What it was at first: one that goes by two names changes under both. */
  readonly first: Value;
  /** The loops in which it took something up, once a turn. */
  readonly loops: ReadonlySet<Node>;
  /** It took up all of another collection. */
  readonly whole: boolean;
  /** The names under which it was changed; undefined where it was changed in some other way. */
  readonly names: ReadonlySet<string> | undefined;
}

export type ConstantValue = bigint | string | boolean | null;

/** `how` as in a storage action: a length is not an element. */
export interface StorageRead {
  readonly item: StorageItem;
  readonly keys: readonly Value[];
  readonly how: 'get' | 'item' | 'pop' | 'length' | 'contains' | 'iterate' | 'whole';
}

/** Whether two places below one container are the same, as far as their keys tell. */
export const sameKeys = (left: readonly Value[], right: readonly Value[]): boolean =>
  left.length === right.length && left.every(({ shape }, place) => shape === right[place]?.shape);

/** A place below a container. */
export type Place = Pick<StorageRead, 'item' | 'keys'>;

export const isSamePlace = (one: Place, other: Place): boolean =>
  one.item === other.item && sameKeys(one.keys, other.keys);

export interface Choice {
  readonly value: Value;
  readonly when: readonly Condition[];
}

export interface Arithmetic {
  readonly operator: BinaryOperator;
  readonly left: Value;
  readonly right: Value;
}

// --- Origins -------------------------------------------------------------------------------------------------------------------

/** Where a value's content comes from. */
export type Origin =
  /** `self.msg.sender`, `self.tx.origin`, `self.owner`, `self.address`, `self.msg.value`, `self.icx.get_balance`. */
  | { readonly kind: 'sender' | 'tx origin' | 'owner' | 'own address' | 'sent value' | 'icx balance' }
  /** Block height, time or hash; the transaction's hash, time, nonce or index. */
  | { readonly kind: 'block' | 'transaction'; readonly what: string }
  /** An argument of the entry point, which whoever calls chooses. */
  | { readonly kind: 'parameter'; readonly name: string }
  /** A parameter of a function that no entry point was seen to call. */
  | { readonly kind: 'argument'; readonly name: string }
  | { readonly kind: 'storage'; readonly item: StorageItem }
  /** What another contract answered. */
  | { readonly kind: 'call'; readonly method: string }
  | { readonly kind: 'json' }
  /** Differs from node to node: the text of an exception, a set's order, a default repr, `hash`, a clock, `random`, an object's state. */
  | {
      readonly kind: 'unequal';
      readonly what: 'exception' | 'set order' | 'repr' | 'hash' | 'clock' | 'random' | 'instance state';
      readonly text?: MadeText;
    }
  | { readonly kind: 'float' };

/** Text that Python makes up for a value, and where it does. */
export interface MadeText {
  readonly of: Value;
  readonly node: Node;
  readonly module: Module;
}

/** At most as many as there are things in a contract; shared between values, so never changed. */
export type Origins = ReadonlySet<Origin>;

export const noOrigins: Origins = new Set();

export function joinOrigins(...sets: readonly (Origins | undefined)[]): Origins {
  let result: Origins = noOrigins;
  for (const set of sets) {
    if (set === undefined || set.size === 0 || set === result) continue;
    if (result.size === 0) result = set;
    else if (!contains(result, set)) result = new Set([...result, ...set]);
  }
  return result;
}

function contains(all: Origins, some: Origins): boolean {
  for (const origin of some) if (!all.has(origin)) return false;
  return true;
}

/** The same set again where none of it is left out. */
export function withoutOrigins(origins: Origins, leaveOut: (origin: Origin) => boolean): Origins {
  for (const origin of origins)
    if (leaveOut(origin)) return new Set([...origins].filter((each) => !leaveOut(each)));
  return origins;
}

/** Asked some fifty times for each step of a flow, and most values have no origin at all. */
export function hasOrigin(value: Value | undefined, ...kinds: readonly Origin['kind'][]): boolean {
  if (value === undefined || value.origins.size === 0) return false;
  for (const { kind } of value.origins) if (kinds.includes(kind)) return true;
  return false;
}

export function storageOrigins({ origins }: Value): StorageItem[] {
  const items: StorageItem[] = [];
  if (origins.size === 0) return items;
  for (const origin of origins) if (origin.kind === 'storage') items.push(origin.item);
  return items;
}

// --- Storage -------------------------------------------------------------------------------------------------------------------

/** A place in the contract's own database: one VarDB, DictDB or ArrayDB, or a family of them whose names are computed. */
export interface StorageItem {
  readonly kind: 'VarDB' | 'DictDB' | 'ArrayDB';
  /** The database key as far as it is known, `{}` for what is computed. */
  readonly key: string;
  /** Attribute that holds it where one does, otherwise the key. */
  name: string;
  readonly valueType: TypeSet;
  readonly valueTypeName: string;
  /** Levels of keys: 0 of a VarDB, 1 of an ArrayDB, the declared depth of a DictDB. */
  readonly depth: number;
  readonly module: Module;
  readonly node: Node;
}

// --- References ----------------------------------------------------------------------------------------------------------------

export type Reference =
  /** A container, or a part of it below some keys. */
  | {
      readonly kind: 'container';
      readonly item: StorageItem;
      readonly keys: readonly Value[];
      /** What this declaration says of its values; another one of the same name may say something else. */
      readonly valueType: TypeSet;
      /** That declaration. */
      readonly declared: Node;
    }
  /** The database, or one below a prefix. */
  | { readonly kind: 'database'; readonly prefix: string; readonly keys?: readonly Value[] | undefined }
  | { readonly kind: 'instance'; readonly cls: ClassModel; readonly fields: Map<string, Value> }
  | { readonly kind: 'class'; readonly cls: ClassModel }
  /** A function of the package, with the object it is bound to and the variables that it closes over. */
  | {
      readonly kind: 'function';
      readonly fn: FunctionModel;
      readonly self: Value | undefined;
      readonly closure: Environment<Value> | undefined;
      readonly raw: boolean;
    }
  | {
      readonly kind: 'lambda';
      readonly node: Extract<Node, { kind: 'Lambda' }>;
      readonly closure: Environment<Value>;
      readonly module: Module;
    }
  /** Another contract, through an interface class or as a bare address. */
  | {
      readonly kind: 'contract';
      readonly cls: ClassModel | undefined;
      readonly address: Value;
      readonly sent: Value | undefined;
    }
  | {
      readonly kind: 'contract method';
      readonly cls: ClassModel | undefined;
      readonly address: Value;
      readonly sent: Value | undefined;
      readonly name: string;
    }
  /** A thing of the platform by its path: `msg`, `icx`, `icx.transfer`, `revert`, `VarDB`. */
  | { readonly kind: 'platform'; readonly name: string }
  | { readonly kind: 'builtin'; readonly name: string }
  /** A method of a value: `text.format`, `array.put`. */
  | { readonly kind: 'method'; readonly of: Value; readonly name: string }
  | { readonly kind: 'module'; readonly module: Module }
  /** What a generator of the package hands out, one after another. */
  | { readonly kind: 'generator' }
  | { readonly kind: 'super'; readonly self: Value; readonly owner: ClassModel }
  /** `*args` and `**kwargs` of a wrapper, to be passed on as they are. */
  | {
      readonly kind: 'arguments';
      readonly values: readonly Value[];
      readonly keywords: ReadonlyMap<string, Value>;
    };

// --- Conditions ----------------------------------------------------------------------------------------------------------------

/** A truth, taken apart as far as it can be. */
export type Condition =
  | Comparison
  | { readonly kind: 'truth'; readonly value: Value }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[] }
  /** `compared` where it came out of holding two known things against each other, and not of `True`. */
  | { readonly kind: 'constant'; readonly value: boolean; readonly compared?: true };

export interface Comparison {
  readonly kind: 'compare';
  readonly operator: CompareOperator;
  readonly left: Value;
  readonly right: Value;
  readonly node: Node;
}

/** Something that holds at a place: a comparison, the truth or falseness of a value, or one of several. */
export type Fact =
  | Comparison
  | { readonly kind: 'true' | 'false'; readonly value: Value }
  | { readonly kind: 'one of'; readonly choices: readonly (readonly Fact[])[] };

/** Operators by which one number is smaller or larger than another. */
export const ORDERS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

const OPPOSITE: Readonly<Record<CompareOperator, CompareOperator>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
};

/** All that is known where a condition came out as `outcome`. */
export function factsOf(condition: Condition, outcome: boolean): readonly Fact[] {
  switch (condition.kind) {
    case 'constant':
      return [];
    case 'compare':
      return [outcome ? condition : { ...condition, operator: OPPOSITE[condition.operator] }];
    case 'truth':
      return [{ kind: outcome ? 'true' : 'false', value: condition.value }];
    case 'not':
      return factsOf(condition.of, !outcome);
    case 'all':
    case 'any': {
      const { parts } = condition;
      const allHold = (condition.kind === 'all') === outcome || parts.length === 1;
      return allHold ? parts.flatMap((part) => factsOf(part, outcome)) : oneOf(parts, outcome);
    }
  }
}

/** One of several, of which those that never come out so are left out; what always does leaves nothing that is known. */
function oneOf(parts: readonly Condition[], outcome: boolean): readonly Fact[] {
  const isKnown = (part: Condition, value: boolean) => part.kind === 'constant' && part.value === value;
  if (parts.some((part) => isKnown(part, outcome))) return [];
  const left = parts.filter((part) => !isKnown(part, !outcome)).map((part) => factsOf(part, outcome));
  const [only] = left;
  return left.length === 1 && only !== undefined ? only : [{ kind: 'one of', choices: left }];
}

/** Every comparison and value in a fact, also those of which only one of several holds. */
export function valuesOf(fact: Fact): readonly Value[] {
  switch (fact.kind) {
    case 'compare':
      return [fact.left, fact.right];
    case 'true':
    case 'false':
      return [fact.value];
    case 'one of':
      return fact.choices.flatMap((choice) => choice.flatMap(valuesOf));
  }
}

// --- Making values -------------------------------------------------------------------------------------------------------------

/** Longer shapes say no more than that a value is itself. */
const LONGEST_SHAPE = 160;

let made = 0;

/** A shape that equals no other. */
export const ownShape = (): string => `#${(made += 1)}`;

/** All of a value but where it was computed; what is left out is unknown. */
export type ValueParts = { readonly [Part in Exclude<keyof Value, 'node'>]?: Value[Part] | undefined };

export function value(node: Node, parts: ValueParts = {}): Value {
  const shape = parts.shape === undefined || parts.shape.length > LONGEST_SHAPE ? ownShape() : parts.shape;
  return {
    types: parts.types ?? 0,
    origins: parts.origins ?? noOrigins,
    shape,
    constant: parts.constant,
    reference: parts.reference,
    items: parts.items,
    element: parts.element,
    key: parts.key,
    condition: parts.condition,
    made: parts.made,
    choices: parts.choices,
    entries: parts.entries,
    grown: parts.grown,
    read: parts.read,
    node,
  };
}

export function constantValue(node: Node, constant: ConstantValue): Value {
  const types =
    constant === null
      ? Type.none
      : typeof constant === 'bigint'
        ? Type.int
        : typeof constant === 'boolean'
          ? Type.bool
          : Type.str;
  const condition: Condition | undefined =
    typeof constant === 'boolean' ? { kind: 'constant', value: constant } : undefined;
  return value(node, { types, constant, condition, shape: `${typeof constant} ${String(constant)}` });
}

/** The text of an expression as it stands in the source, on one line and not longer than `longest`. */
export function sourceOf(module: Module, node: Node | Expression, longest = 60): string {
  const text = module.text.slice(node.start, node.end).replace(/\s+/g, ' ').trim();
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
