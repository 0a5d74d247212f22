import { defineRule, type Report } from '../../catalogue/rule.ts';
import { stepsByNode } from '../../domain/flow/every-flow.ts';
import { LastingThings, type Lasting } from '../../domain/model/lasting.ts';
import type { Program } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { writePlaces } from '../../domain/model/writes.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import type { Expression, Node } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'D09',
  name: 'global-mutation',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C17'],
  words,
  check(subject, report) {
    for (const { found, written } of firstMutations(subject))
      report(found, words.says[written.kind], { name: written.name });
    checkHelpers(subject, report);
  },
});

interface Mutation {
  readonly found: Found;
  readonly written: Lasting;
}

/** A generator of random numbers changes its state on ten lines: of what one function does to one thing, the first is told. */
function firstMutations(subject: Subject): Iterable<Mutation> {
  const first = new Map<string, Mutation>();
  const things = new LastingThings(subject.program, subject.facts);
  for (const { found, target, how } of writePlaces(subject.facts)) {
    const { fn, module, node } = found;
    // What a module does while it is loaded is the same on all nodes.
    if (fn === undefined || isInClassBody(found) || isTestModule(module)) continue;
    const written = how === 'change' ? things.changed(found, target) : things.rebound(found, target);
    if (written === undefined) continue;
    const key = `${module.path}:${fn.node.start}:${written.name}`;
    const before = first.get(key);
    if (before === undefined || node.start < before.found.node.start) first.set(key, { found, written });
  }
  return first.values();
}

/** A variable of the module or class that is handed to a function which changes what it is given. */
function checkHelpers(subject: Subject, report: Report): void {
  const changed = changedParameters(subject);
  const lasting = lastingCollections(subject.program);
  for (const steps of stepsByNode(subject, 'call').values()) {
    for (const step of steps) {
      const { fn, args } = step.action;
      const parameters = changed.get(fn.node) ?? new Set();
      for (const [index, { node }] of args.entries()) {
        const written = lasting.get(node);
        const parameter = fn.node.parameters[index]?.name ?? '';
        if (written !== undefined && parameters.has(parameter) && !isTestModule(step.module))
          report(step, words.says[written.kind], { name: written.name });
      }
    }
  }
}

/** The parameters whose contents a function changes, by function; those that it binds anew are its own. */
function changedParameters({ facts }: Subject): ReadonlyMap<Node, ReadonlySet<string>> {
  const changed = new Map<Node, Set<string>>();
  const rebound = new Map<Node, Set<string>>();
  for (const { found, target, how } of writePlaces(facts)) {
    const root = rootOf(target);
    if (found.fn === undefined || root === undefined) continue;
    const names = how === 'rebind' ? rebound : changed;
    if (how === 'rebind' && target.kind !== 'Name') continue;
    names.set(found.fn.node, (names.get(found.fn.node) ?? new Set()).add(root));
  }
  for (const [fn, names] of rebound) for (const name of names) changed.get(fn)?.delete(name);
  return changed;
}

function rootOf(target: Expression): string | undefined {
  let root = target;
  while (root.kind === 'Subscript') root = root.value;
  return root.kind === 'Name' ? root.id : undefined;
}

/** Lists, dicts and sets that are written out as variables of a module or class. */
function lastingCollections({ scopes, classes }: Program): ReadonlyMap<Node, Lasting> {
  const known = new Map<Node, Lasting>();
  const note = (value: Expression | undefined, lasting: Lasting) => {
    if (value !== undefined && COLLECTIONS.has(value.kind)) known.set(value, lasting);
  };
  for (const { names } of scopes.values())
    for (const [name, symbol] of names)
      if (symbol.kind === 'value') note(symbol.value, { kind: 'module', name });
  for (const { name: cls, variables } of classes)
    for (const [name, value] of variables) note(value, { kind: 'class', name: `${cls}.${name}` });
  return known;
}

const COLLECTIONS: ReadonlySet<Node['kind']> = new Set(['List', 'Dict', 'Set']);

/** What the body of a class writes is its own, also where a function makes the class. */
function isInClassBody(found: Found): boolean {
  for (let { parent } = found; parent !== undefined; parent = parent.parent) {
    if (parent.node.kind === 'FunctionDefinition') return false;
    if (parent.node.kind === 'ClassDefinition') return true;
  }
  return false;
}
