import type { Module } from '../package/package.ts';
import type { Expression } from '../python/tree.ts';
import { dotted } from './dotted.ts';
import type { ClassModel, Program } from './program.ts';
import { isOnly, Type, type TypeSet } from './types.ts';

/** Where an expression stands that is worked out when a class or module is loaded, such as a default value. */
export interface LoadPlace {
  readonly module: Module;
  /** The class in whose body it stands. */
  readonly owner: ClassModel | undefined;
}

/** Constants may name constants; more steps than this are a circle. */
const FARTHEST = 8;
const ADDRESSES: ReadonlySet<string> = new Set([
  'ZERO_SCORE_ADDRESS',
  'SYSTEM_SCORE_ADDRESS',
  'GOVERNANCE_SCORE_ADDRESS',
]);

/** The whole number that an expression gives when a module is loaded, as far as it is plain to see. */
export function loadedInteger(
  program: Program,
  place: LoadPlace,
  node: Expression,
  depth = 0,
): bigint | undefined {
  if (node.kind === 'Number') return node.form === 'int' ? node.integer : undefined;
  if (node.kind === 'UnaryOperation' && node.operator === '-') {
    const operand = loadedInteger(program, place, node.operand, depth + 1);
    return operand === undefined ? undefined : -operand;
  }
  const named = depth < FARTHEST ? namedConstant(program, place, node) : undefined;
  return named === undefined ? undefined : loadedInteger(program, named.place, named.value, depth + 1);
}

/** The types that an expression may have when a module is loaded; no bit when that is not plain to see. */
export function loadedTypes(program: Program, place: LoadPlace, node: Expression, depth = 0): TypeSet {
  const of = (each: Expression) => (depth < FARTHEST ? loadedTypes(program, place, each, depth + 1) : 0);
  switch (node.kind) {
    case 'Number':
      return node.form === 'int' ? Type.int : node.form === 'float' ? Type.float : 0;
    case 'String':
    case 'FString':
      return Type.str;
    case 'Bytes':
      return Type.bytes;
    case 'Constant':
      return node.value === null ? Type.none : node.value === '...' ? 0 : Type.bool;
    case 'UnaryOperation':
      return node.operator === 'not' ? Type.bool : numeric(of(node.operand));
    case 'BinaryOperation':
      return binary(node.operator, of(node.left), of(node.right));
    case 'Call':
      return called(node.callee);
    case 'Name':
    case 'Attribute':
      return namedTypes(program, place, node, depth);
    default:
      return DISPLAYS.get(node.kind) ?? 0;
  }
}

const DISPLAYS: ReadonlyMap<Expression['kind'], TypeSet> = new Map([
  ['Compare', Type.bool],
  ['List', Type.list],
  ['ListComprehension', Type.list],
  ['Tuple', Type.tuple],
  ['Dict', Type.dict],
  ['DictComprehension', Type.dict],
  ['Set', Type.set],
  ['SetComprehension', Type.set],
  ['Lambda', Type.function],
]);

/** What arithmetic makes of a number: `-True` is an int. */
const numeric = (types: TypeSet): TypeSet =>
  isOnly(types, Type.int | Type.bool) ? Type.int : isOnly(types, Type.float) ? Type.float : 0;

function binary(operator: string, left: TypeSet, right: TypeSet): TypeSet {
  if (left === 0 || right === 0) return 0;
  const text = [Type.str, Type.bytes, Type.list].find(
    (type) => isOnly(left, type) && (operator === '*' || isOnly(right, type)),
  );
  if (text !== undefined) return operator === '+' || operator === '*' ? text : 0;
  if (numeric(left) === 0 || numeric(right) === 0) return 0;
  return operator === '/' || numeric(left) !== numeric(right) ? Type.float : numeric(left);
}

function called(callee: Expression): TypeSet {
  const name = dotted(callee);
  if (name === 'Address.from_string' || name === 'Address' || name === 'Address.from_bytes')
    return Type.address;
  return CONVERSIONS.get(name ?? '') ?? 0;
}

const CONVERSIONS: ReadonlyMap<string, TypeSet> = new Map([
  ['int', Type.int],
  ['len', Type.int],
  ['str', Type.str],
  ['bytes', Type.bytes],
  ['bool', Type.bool],
  ['float', Type.float],
  ['list', Type.list],
  ['dict', Type.dict],
]);

function namedTypes(program: Program, place: LoadPlace, node: Expression, depth: number): TypeSet {
  const named = namedConstant(program, place, node);
  if (named !== undefined)
    return depth < FARTHEST ? loadedTypes(program, named.place, named.value, depth + 1) : 0;
  const name = dotted(node)?.split('.').at(-1) ?? '';
  return ADDRESSES.has(name) ? Type.address : 0;
}

/** What is written for a constant of the class, the module or a class of the package, at the one place where it is set. */
function namedConstant(
  program: Program,
  place: LoadPlace,
  node: Expression,
): { place: LoadPlace; value: Expression } | undefined {
  if (node.kind === 'Attribute') {
    const holder =
      node.value.kind === 'Name' ? program.scopes.get(place.module)?.names.get(node.value.id) : undefined;
    if (holder?.kind === 'module')
      return namedConstant(program, { module: holder.module, owner: undefined }, nameNode(node));
    const value = holder?.kind === 'class' ? holder.cls.variables.get(node.name) : undefined;
    return holder?.kind === 'class' && value !== undefined
      ? { place: { module: holder.cls.module, owner: holder.cls }, value }
      : undefined;
  }
  if (node.kind !== 'Name') return undefined;
  const inClass = place.owner?.variables.get(node.id);
  if (inClass !== undefined) return { place, value: inClass };
  const symbol = program.scopes.get(place.module)?.names.get(node.id);
  if (symbol?.kind !== 'value' || symbol.value === undefined) return undefined;
  return { place: { module: symbol.module, owner: undefined }, value: symbol.value };
}

const nameNode = ({ name, nameStart, end }: Extract<Expression, { kind: 'Attribute' }>): Expression => ({
  kind: 'Name',
  id: name,
  start: nameStart,
  end,
});
