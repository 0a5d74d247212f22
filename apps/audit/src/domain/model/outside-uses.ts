import type { Call, Node } from '../python/tree.ts';
import { isTestModule } from '../package/test-modules.ts';
import { meaningOf } from './meaning.ts';
import type { Program } from './program.ts';
import type { Found, TreeFacts } from './tree-facts.ts';

/** A place where something of a module outside the package is used. */
export interface OutsideUse {
  /** By its full name: `datetime.datetime.now`. */
  readonly name: string;
  /** First part of the name: `datetime`. */
  readonly root: string;
  /** The call where it is called, otherwise the name with all that follows it. */
  readonly found: Found;
  readonly call: Call | undefined;
}

interface Known {
  readonly program: Program;
  readonly facts: TreeFacts;
}

/** Several rules ask for them. */
const usesOf = new WeakMap<TreeFacts, readonly OutsideUse[]>();

/** What a contract uses of modules that it may not import; the import itself, and files that only test, do not count. */
export function outsideUses(known: Known): readonly OutsideUse[] {
  const before = usesOf.get(known.facts);
  if (before !== undefined) return before;
  const uses = findUses(known);
  usesOf.set(known.facts, uses);
  return uses;
}

function findUses({ program, facts }: Known): OutsideUse[] {
  const uses: OutsideUse[] = [];
  for (const found of [...facts.of('Name'), ...facts.of('Attribute')]) {
    if (!beginsOutside(program, found) || isTestModule(found.module) || isInner(found)) continue;
    const meaning = meaningOf(program, found, found.node);
    if (meaning.kind !== 'outside') continue;
    const call = callOf(found);
    uses.push({
      name: meaning.name,
      root: meaning.name.split('.')[0] ?? '',
      found: call ?? found,
      call: call?.node,
    });
  }
  return uses;
}

/** Whether the name that all begins with may come from outside: most do not, which is soon seen. */
function beginsOutside({ scopes }: Program, { node, module }: Found): boolean {
  let first: Node = node;
  while (first.kind === 'Attribute') first = first.value;
  return first.kind === 'Name' && scopes.get(module)?.names.get(first.id)?.kind === 'outside';
}

/** `os` of `os.environ` is told with the longer name. */
const isInner = ({ node, parent }: Found): boolean =>
  parent?.node.kind === 'Attribute' && parent.node.value === node;

const callOf = ({ node, parent }: Found): Found<Call> | undefined =>
  parent?.node.kind === 'Call' && parent.node.callee === node ? { ...parent, node: parent.node } : undefined;
