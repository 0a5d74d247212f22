import { once } from '../once.ts';
import { builtinNames, platformNames } from '../platform/exports.ts';
import type { Expression } from '../python/tree.ts';
import { localNames } from './locals.ts';
import type { ClassModel, FunctionModel, Program, SymbolModel } from './program.ts';
import type { Found } from './tree-facts.ts';

/** What a name, or names with dots between them, stands for where it is written. */
export type Meaning =
  | { readonly kind: 'builtin' | 'platform'; readonly name: string }
  /** Of a module outside the package, by its full name: `datetime.datetime.now`. */
  | { readonly kind: 'outside'; readonly name: string }
  | { readonly kind: 'function'; readonly fn: FunctionModel }
  | { readonly kind: 'class'; readonly cls: ClassModel }
  | { readonly kind: 'local' | 'value' | 'module' }
  | { readonly kind: 'unknown' };

/** Ten rules ask for what most calls call. A tree may outlive the program that it is read for. */
const meanings = once((_program: Program) => new Map<Expression, Meaning>());

export function meaningOf(program: Program, found: Found, node: Expression): Meaning {
  const known = meanings(program);
  const before = known.get(node);
  if (before !== undefined) return before;
  const made = workOut(program, found, node);
  known.set(node, made);
  return made;
}

function workOut(program: Program, found: Found, node: Expression): Meaning {
  if (node.kind === 'Name')
    return isLocal(found, node.id) ? { kind: 'local' } : globalMeaning(program, found, node.id);
  if (node.kind !== 'Attribute') return { kind: 'unknown' };
  const of = meaningOf(program, found, node.value);
  switch (of.kind) {
    case 'outside':
      if (/^iconservice(?:\.|$)/.test(of.name)) return { kind: 'platform', name: node.name };
      return { kind: 'outside', name: `${of.name}.${node.name}` };
    case 'platform':
    case 'builtin':
      return { kind: of.kind, name: `${of.name}.${node.name}` };
    default:
      return { kind: 'unknown' };
  }
}

function isLocal(found: Found, name: string): boolean {
  for (let fn = found.fn; fn !== undefined; fn = fn.outer) if (localNames(fn.node).has(name)) return true;
  for (let around: Found | undefined = found; around !== undefined; around = around.parent) {
    const { node } = around;
    if (node.kind === 'Lambda' && node.parameters.some((parameter) => parameter.name === name)) return true;
    if (node.kind === 'FunctionDefinition') return false;
  }
  return false;
}

function globalMeaning(program: Program, { module }: Found, name: string): Meaning {
  const scope = program.scopes.get(module);
  const symbol = scope?.names.get(name);
  if (symbol !== undefined) return symbolMeaning(symbol);
  if (scope?.platformStar === true && platformNames.has(name)) return { kind: 'platform', name };
  return builtinNames.has(name) ? { kind: 'builtin', name } : { kind: 'unknown' };
}

function symbolMeaning(symbol: SymbolModel): Meaning {
  switch (symbol.kind) {
    case 'function':
      return { kind: 'function', fn: symbol.fn };
    case 'class':
      return { kind: 'class', cls: symbol.cls };
    case 'platform':
      return { kind: 'platform', name: symbol.name };
    case 'outside':
      return {
        kind: 'outside',
        name: symbol.name === undefined ? symbol.from : `${symbol.from}.${symbol.name}`,
      };
    case 'module':
    case 'value':
      return { kind: symbol.kind };
  }
}
