import type { Call } from '../python/tree.ts';
import type { Found, TreeFacts } from './tree-facts.ts';

/** Calls of a method of the same object, `self.name(…)`, by name. */
export function selfCalls(facts: TreeFacts): ReadonlyMap<string, readonly Found<Call>[]> {
  const calls = new Map<string, Found<Call>[]>();
  for (const found of facts.of('Call')) {
    const { callee } = found.node;
    if (callee.kind !== 'Attribute' || callee.value.kind !== 'Name' || callee.value.id !== 'self') continue;
    const known = calls.get(callee.name);
    if (known === undefined) calls.set(callee.name, [found]);
    else known.push(found);
  }
  return calls;
}
