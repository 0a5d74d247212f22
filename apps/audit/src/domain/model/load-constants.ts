import type { Module } from '../package/package.ts';
import type { TreeFacts } from './tree-facts.ts';

/** Counts the different constants that a module's own code loads before a place, roughly as CPython's compiler numbers them. */
export class LoadConstants {
  readonly #byModule = new Map<Module, { readonly start: number; readonly key: string }[]>();

  constructor(facts: TreeFacts) {
    for (const kind of ['Number', 'String', 'Bytes'] as const) {
      for (const { node, module, fn, cls, parent } of facts.of(kind)) {
        // A tuple of constants is one constant, which a list of them is not.
        if (fn !== undefined || cls !== undefined || parent?.node.kind === 'Tuple') continue;
        const key = `${kind} ${node.kind === 'Number' ? module.text.slice(node.start, node.end) : node.value}`;
        const known = this.#byModule.get(module);
        if (known === undefined) this.#byModule.set(module, [{ start: node.start, key }]);
        else known.push({ start: node.start, key });
      }
    }
  }

  before(module: Module, offset: number): number {
    const earlier = (this.#byModule.get(module) ?? []).filter(({ start }) => start < offset);
    return new Set(earlier.map(({ key }) => key)).size;
  }
}
