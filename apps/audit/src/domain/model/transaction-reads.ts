import type { Attribute, Expression, Node } from '../python/tree.ts';
import type { FunctionModel } from './program.ts';
import type { Found, TreeFacts } from './tree-facts.ts';

/** Members of `self.tx`. */
const MEMBERS: ReadonlySet<string> = new Set(['origin', 'hash', 'index', 'nonce', 'timestamp']);

/** Reads of members of `self.tx`, directly or through a local that stands for it, where it was not tested for `None` before. */
export function untestedTransactionReads(
  facts: TreeFacts,
): ReadonlyMap<FunctionModel, readonly Found<Attribute>[]> {
  const aliases = aliasesOf(facts);
  const isTransaction = (node: Expression, fn: FunctionModel | undefined) =>
    isSelfTx(node) || (node.kind === 'Name' && fn !== undefined && aliases.get(fn)?.has(node.id) === true);
  const tests = testsOf(facts, isTransaction);
  const reads = new Map<FunctionModel, Found<Attribute>[]>();
  for (const found of facts.of('Attribute')) {
    const { node, fn } = found;
    if (
      fn === undefined ||
      !MEMBERS.has(node.name) ||
      !isTransaction(node.value, fn) ||
      isTested(found, tests.get(fn) ?? [])
    )
      continue;
    const known = reads.get(fn);
    if (known === undefined) reads.set(fn, [found]);
    else known.push(found);
  }
  return reads;
}

const isSelfTx = (node: Expression): boolean =>
  node.kind === 'Attribute' && node.name === 'tx' && node.value.kind === 'Name' && node.value.id === 'self';

/** `context = self.tx` */
function aliasesOf(facts: TreeFacts): Map<FunctionModel, Set<string>> {
  const aliases = new Map<FunctionModel, Set<string>>();
  for (const { node, fn } of facts.of('Assign')) {
    if (fn === undefined || !isSelfTx(node.value)) continue;
    const names = node.targets.flatMap((target) => (target.kind === 'Name' ? [target.id] : []));
    aliases.set(fn, new Set([...(aliases.get(fn) ?? []), ...names]));
  }
  return aliases;
}

/** Places where a function asks whether there is a transaction: `self.tx is None`, `if self.tx`, `self.tx and …`. */
function testsOf(
  facts: TreeFacts,
  isTransaction: (node: Expression, fn: FunctionModel | undefined) => boolean,
): Map<FunctionModel, Node[]> {
  const tests = new Map<FunctionModel, Node[]>();
  const add = (found: Found, ...tested: readonly Expression[]) => {
    if (found.fn === undefined || !tested.some((node) => isTransaction(node, found.fn))) return;
    tests.set(found.fn, [...(tests.get(found.fn) ?? []), found.node]);
  };
  for (const found of facts.of('Compare')) add(found, found.node.left, ...found.node.comparators);
  for (const found of facts.of('BooleanOperation')) add(found, ...found.node.values);
  for (const found of facts.of('UnaryOperation')) add(found, found.node.operand);
  for (const kind of ['Branch', 'Conditional', 'Assert'] as const)
    for (const found of facts.of(kind)) add(found, found.node.test);
  return tests;
}

/** A test comes before the read, or chooses it: `self.tx.hash if self.tx else b''`. */
function isTested(read: Found<Attribute>, tests: readonly Node[]): boolean {
  if (tests.some(({ start }) => start < read.node.start)) return true;
  for (
    let around = read.parent;
    around !== undefined && around.node !== read.fn?.node;
    around = around.parent
  ) {
    const { node } = around;
    if (
      node.kind === 'Conditional' &&
      tests.some((test) => test === node || (node.test.start <= test.start && test.end <= node.test.end))
    )
      return true;
  }
  return false;
}
