import type { Node } from '../python/tree.ts';
import type { DecoratorModel, FunctionModel, Program } from './program.ts';
import type { TreeFacts } from './tree-facts.ts';

/** What decorators of the package put in place of what they decorate. */
export class Wrappers {
  readonly #inner = new Map<FunctionModel, FunctionModel[]>();
  readonly #returned = new Map<FunctionModel, Set<string>>();

  constructor(program: Program, facts: TreeFacts) {
    for (const fn of program.functions)
      if (fn.outer !== undefined) this.#inner.set(fn.outer, [...(this.#inner.get(fn.outer) ?? []), fn]);
    for (const { fn, node } of facts.of('Return')) {
      if (fn === undefined || node.value?.kind !== 'Name' || !this.#inner.has(fn)) continue;
      this.#returned.set(fn, new Set([...(this.#returned.get(fn) ?? []), node.value.id]));
    }
  }

  /** The functions that a decorator, or what it makes when it is called, returns. */
  of({ target, call }: DecoratorModel): readonly FunctionModel[] {
    if (target.kind !== 'function') return [];
    const made = this.#returnedBy(target.fn);
    return call === undefined ? made : made.flatMap((decorator) => this.#returnedBy(decorator));
  }

  /** Inner functions that a function returns by their name. */
  #returnedBy(fn: FunctionModel): readonly FunctionModel[] {
    const names = this.#returned.get(fn);
    return (this.#inner.get(fn) ?? []).filter(({ name }) => names?.has(name) === true);
  }
}

/** Whether a wrapper takes over what the platform's decorators look at: by `wraps`, or by hand. */
export function takesOver(
  facts: TreeFacts,
  wrapper: FunctionModel,
  attribute: '__qualname__' | '__dict__',
): boolean {
  if (wrapper.decorators.some(({ name }) => /(?:^|\.)wraps$/.test(name))) return true;
  const isOwn = (node: Node) =>
    node.kind === 'Attribute' &&
    node.name === attribute &&
    node.value.kind === 'Name' &&
    node.value.id === wrapper.name;
  const here = (found: { readonly fn: FunctionModel | undefined }) => found.fn === wrapper.outer;
  const set = facts.of('Assign').some((found) => here(found) && found.node.targets.some(isOwn));
  // `update_wrapper(inner, func)`, and `inner.__dict__.update(func.__dict__)`
  const called = facts.of('Call').some((found) => {
    const { callee, args } = found.node;
    if (!here(found)) return false;
    if (callee.kind === 'Attribute' && callee.name === 'update' && isOwn(callee.value)) return true;
    const name = callee.kind === 'Name' ? callee.id : callee.kind === 'Attribute' ? callee.name : '';
    return name === 'update_wrapper' && args[0]?.kind === 'Name' && args[0].id === wrapper.name;
  });
  return set || called;
}
