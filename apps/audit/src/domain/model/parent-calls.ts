import type { Call, Expression } from '../python/tree.ts';
import { dotted } from './dotted.ts';
import { meaningOf } from './meaning.ts';
import type { ClassModel, FunctionModel, Program } from './program.ts';
import type { Found, TreeFacts } from './tree-facts.ts';

/** A call of a parent's method: `super().m(…)`, `super(X, self).m(…)`, `Base.m(self, …)`. */
export interface ParentCall {
  readonly found: Found<Call>;
  readonly fn: FunctionModel;
  readonly owner: ClassModel;
  readonly method: string;
  /** The parent that is named; undefined for `super`, which looks above the class in the order of the object. */
  readonly named: ClassModel | 'platform' | 'missing' | undefined;
  /** Without `self`. */
  readonly args: readonly Expression[];
}

const known = new WeakMap<TreeFacts, readonly ParentCall[]>();

export function parentCalls(program: Program, facts: TreeFacts): readonly ParentCall[] {
  const calls = known.get(facts) ?? facts.of('Call').flatMap((found) => parentCall(program, found) ?? []);
  known.set(facts, calls);
  return calls;
}

function parentCall(program: Program, found: Found<Call>): ParentCall | undefined {
  const { node, fn, cls: owner } = found;
  if (node.callee.kind !== 'Attribute' || fn === undefined || owner === undefined || fn.owner !== owner)
    return undefined;
  const { value, name: method } = node.callee;
  const base = { found, fn, owner, method };
  if (isSuper(value)) return { ...base, named: undefined, args: node.args };
  const [first, ...rest] = node.args;
  if (first?.kind !== 'Name' || first.id !== fn.node.parameters[0]?.name) return undefined;
  const meaning = meaningOf(program, found, value);
  if (meaning.kind === 'class' && meaning.cls !== owner && owner.order.includes(meaning.cls))
    return { ...base, named: meaning.cls, args: rest };
  if (meaning.kind === 'platform' && owner.roots.has(meaning.name))
    return { ...base, named: 'platform', args: rest };
  return isMissingBase(owner, value) ? { ...base, named: 'missing', args: rest } : undefined;
}

/** A parent whose module is not in the package. */
const isMissingBase = ({ bases }: ClassModel, node: Expression): boolean =>
  bases.some(({ cls, known, name }) => cls === undefined && !known && name === dotted(node));

const isSuper = (node: Expression): boolean =>
  node.kind === 'Call' && node.callee.kind === 'Name' && node.callee.id === 'super';
