import type { Call } from '../python/tree.ts';
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

/** What a contract uses of modules that it may not import; the import itself, and files that only test, do not count. */
export function outsideUses({
  program,
  facts,
}: {
  readonly program: Program;
  readonly facts: TreeFacts;
}): OutsideUse[] {
  const uses: OutsideUse[] = [];
  for (const found of [...facts.of('Name'), ...facts.of('Attribute')]) {
    if (isTestModule(found.module) || isInner(found)) continue;
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

/** `os` of `os.environ` is told with the longer name. */
const isInner = ({ node, parent }: Found): boolean =>
  parent?.node.kind === 'Attribute' && parent.node.value === node;

const callOf = ({ node, parent }: Found): Found<Call> | undefined =>
  parent?.node.kind === 'Call' && parent.node.callee === node ? { ...parent, node: parent.node } : undefined;
