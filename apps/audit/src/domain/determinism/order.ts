import { meaningOf } from '../model/meaning.ts';
import type { Program } from '../model/program.ts';
import type { Found, TreeFacts } from '../model/tree-facts.ts';
import type { Node } from '../python/tree.ts';

/** Functions whose result is the same in whatever order the elements come. */
const ORDER_FREE: ReadonlySet<string> = new Set([
  'sorted',
  'len',
  'sum',
  'min',
  'max',
  'any',
  'all',
  'set',
  'frozenset',
  'bool',
]);
const ORDER_FREE_METHODS: ReadonlySet<string> = new Set([
  'union',
  'intersection',
  'difference',
  'symmetric_difference',
  'issubset',
  'issuperset',
  'isdisjoint',
  'update',
  'intersection_update',
  'difference_update',
]);

/** Methods by which a list is filled. */
const FILLS: ReadonlySet<string> = new Set(['append', 'extend', 'insert', 'add', 'sort', 'clear']);

interface Package {
  readonly program: Program;
  readonly facts: TreeFacts;
}

/** Whether anything is made of the order in which the elements of a sequence stand, which is told by what it is handed to. */
export function orderMatters(pkg: Package, found: Found): boolean {
  const { parent, node } = found;
  switch (parent?.node.kind) {
    case 'Call':
      return callMatters(pkg, parent, node);
    case 'Compare':
      return !parent.node.operators.every((operator) => operator === 'in' || operator === 'not in');
    case 'SetComprehension':
    case 'ExpressionStatement':
      return false;
    case 'Attribute':
      return !FILLS.has(parent.node.name);
    case 'Generator':
      return generatorMatters(pkg, parent, node);
    case 'Assign': {
      const [target, ...rest] = parent.node.targets;
      return target?.kind !== 'Name' || rest.length > 0 || variableMatters(pkg, parent, target.id);
    }
    default:
      return true;
  }
}

function callMatters(pkg: Package, call: Found, argument: Node): boolean {
  const { node } = call;
  if (node.kind !== 'Call') return true;
  const { callee } = node;
  // `x.sort()` and `x.append(…)` of the sequence itself.
  if (callee === argument) return true;
  if (callee.kind === 'Attribute') return !ORDER_FREE_METHODS.has(callee.name);
  const meaning = meaningOf(pkg.program, call, callee);
  if (meaning.kind !== 'builtin') return true;
  if (ORDER_FREE.has(meaning.name)) return false;
  // A list of them is in no better order, and it depends on what becomes of that.
  return ['list', 'tuple', 'map', 'filter', 'iter', 'enumerate'].includes(meaning.name)
    ? orderMatters(pkg, call)
    : true;
}

/** `for x in elements` of a comprehension. */
function generatorMatters(pkg: Package, generator: Found, node: Node): boolean {
  const comprehension = generator.parent;
  if (generator.node.kind !== 'Generator' || generator.node.iterable !== node || comprehension === undefined)
    return false;
  return comprehension.node.kind !== 'SetComprehension' && orderMatters(pkg, comprehension);
}

/** Whether the order of a list that a variable names is of any use, which it is not when the list is sorted afterwards. */
export function variableMatters(pkg: Package, at: Found, name: string): boolean {
  const uses = usesOf(pkg, at, name);
  if (uses.some(({ parent }) => parent?.node.kind === 'Attribute' && parent.node.name === 'sort'))
    return false;
  return uses.some((use) => orderMatters(pkg, use));
}

/** Where else a function names a variable. */
function usesOf({ facts }: Package, assigned: Found, name: string): Found[] {
  return facts.beside(assigned, 'Name').filter(({ node, parent }) => {
    if (node.id !== name) return false;
    return parent?.node.kind !== 'Assign' || !parent.node.targets.includes(node);
  });
}
