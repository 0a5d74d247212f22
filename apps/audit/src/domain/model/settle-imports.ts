import type { Module } from '../package/package.ts';
import { platformNames } from '../platform/exports.ts';
import type { ImportModel, SymbolModel } from './program.ts';

/** What a module knows by name, while its imports are settled. */
export interface ScopeDraft {
  readonly module: Module;
  readonly names: Map<string, SymbolModel>;
  readonly imports: ImportModel[];
  readonly stars: Module[];
  /** Names that stand for names of other modules; looked up when all modules are read. */
  readonly links: { readonly name: string; readonly from: Module; readonly imported: string }[];
  platformStar: boolean;
  unknownStar: boolean;
}

/** Brings the names that modules import from one another into their scopes. */
export function settleImports(scopes: ReadonlyMap<Module, ScopeDraft>): void {
  for (const scope of scopes.values()) settleScope(scopes, scope, new Set());
}

/** A chain of imports may be longer than the stack is deep. */
function settleScope(
  scopes: ReadonlyMap<Module, ScopeDraft>,
  scope: ScopeDraft,
  seen: Set<ScopeDraft>,
): void {
  const open = [settling(scopes, scope, seen)];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const first = top.next();
    if (first.done === true) open.pop();
    else open.push(settling(scopes, first.value, seen));
  }
}

/** Yields each scope that has to be settled before it goes on. */
function* settling(
  scopes: ReadonlyMap<Module, ScopeDraft>,
  scope: ScopeDraft,
  seen: Set<ScopeDraft>,
): Generator<ScopeDraft, void> {
  if (seen.has(scope)) return;
  seen.add(scope);
  for (const module of scope.stars.splice(0)) {
    const other = scopes.get(module);
    if (other === undefined) continue;
    yield other;
    for (const [name, symbol] of other.names)
      if (!name.startsWith('_') && !scope.names.has(name)) scope.names.set(name, symbol);
    for (const link of other.links) if (!link.name.startsWith('_')) scope.links.push(link);
    scope.platformStar ||= other.platformStar;
    scope.unknownStar ||= other.unknownStar;
  }
  for (const link of scope.links) {
    if (scope.names.has(link.name)) continue;
    const other = scopes.get(link.from);
    if (other === undefined) continue;
    yield other;
    scope.names.set(
      link.name,
      lookUp(other, link.imported) ?? { kind: 'outside', from: link.from.name, name: link.imported },
    );
  }
}

/** What a name stands for in a module. */
export function lookUp(scope: ScopeDraft, name: string): SymbolModel | undefined {
  const found = scope.names.get(name);
  if (found !== undefined) return found;
  return scope.platformStar && platformNames.has(name) ? { kind: 'platform', name } : undefined;
}
