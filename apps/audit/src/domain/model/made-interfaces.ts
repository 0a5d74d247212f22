import type { Call, Expression } from '../python/tree.ts';
import { meaningOf } from './meaning.ts';
import type { Program } from './program.ts';
import type { Found, TreeFacts } from './tree-facts.ts';

/**
 * Calls outside the package that make the class by which another contract is reached: `create_interface_score(token, proxy_of(Token))`.
 * What the package itself makes is seen where it is made.
 */
export function madeInterfaces(program: Program, facts: TreeFacts): Found<Call>[] {
  const made = new Map<Expression, Found<Call>>();
  for (const found of facts.of('Call')) {
    const given = isCreation(found.node) ? classOf(found.node) : undefined;
    if (given === undefined) continue;
    for (const each of valuesOf(facts, found, given)) {
      const call = each.kind === 'Call' ? facts.find(each) : undefined;
      if (isCall(call) && isOfOthers(program, call)) made.set(each, call);
    }
  }
  return [...made.values()];
}

const isCreation = ({ callee }: Call): boolean =>
  (callee.kind === 'Attribute' && callee.name === 'create_interface_score') ||
  (callee.kind === 'Name' && callee.id === 'create_interface_score');

const isCall = (found: Found | undefined): found is Found<Call> => found?.node.kind === 'Call';

/** Behind the address, whether the method is asked of the object or of its class. */
const classOf = ({ args, keywords }: Call): Expression | undefined =>
  keywords.find(({ name }) => name === 'interface_cls')?.value ?? (args.length > 1 ? args.at(-1) : undefined);

/** What stands there, or what a variable of the function is given. */
const valuesOf = (facts: TreeFacts, found: Found, given: Expression): readonly Expression[] =>
  given.kind !== 'Name'
    ? [given]
    : facts
        .beside(found, 'Assign')
        .filter(({ node }) => node.targets.some((target) => target.kind === 'Name' && target.id === given.id))
        .map(({ node }) => node.value);

/** A function or class that comes from elsewhere: an import that leaves the package, or that finds nothing in it. */
function isOfOthers(program: Program, found: Found<Call>): boolean {
  const { callee } = found.node;
  const { kind } = meaningOf(program, found, callee);
  return kind === 'outside' && (callee.kind === 'Name' || callee.kind === 'Attribute');
}
