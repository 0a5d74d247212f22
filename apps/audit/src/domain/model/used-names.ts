import type { TreeFacts } from './tree-facts.ts';

export interface UsedNames {
  readonly names: ReadonlySet<string>;
  /** Names are put together when the contract runs, `getattr(self, 'do_' + action)`, so that any method may be reached. */
  readonly computed: boolean;
}

/** Names that are called, read or handed on anywhere: after a dot, by themselves, or as a text such as `getattr` takes. */
export function usedNames(facts: TreeFacts): UsedNames {
  const names = new Set<string>();
  for (const { node } of facts.of('Attribute')) names.add(node.name);
  for (const { node } of facts.of('Name')) names.add(node.id);
  for (const { node } of facts.of('String')) if (/^\w{1,60}$/.test(node.value)) names.add(node.value);
  const computed = facts
    .of('Call')
    .some(
      ({ node: { callee, args } }) =>
        callee.kind === 'Name' && callee.id === 'getattr' && args[1]?.kind !== 'String',
    );
  return { names, computed };
}
