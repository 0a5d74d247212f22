import type { Module } from '../package/package.ts';
import type { Place } from '../python/tree.ts';

interface Named {
  readonly name: string;
  readonly module: Module;
  readonly node: { readonly nameStart: number };
}

/** Where the name of a function or class stands in its definition, which is the line that people look for. */
export function nameOf({ name, module, node }: Named): { readonly module: Module; readonly node: Place } {
  return { module, node: { start: node.nameStart, end: node.nameStart + name.length } };
}
