import { printable } from '@madang/errors';
import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import type { OutlineItem } from './outline.ts';
import { toRange } from './places.ts';

const KINDS: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  contract: SymbolKind.Class,
  helper: SymbolKind.Class,
  exception: SymbolKind.Class,
  interface: SymbolKind.Interface,
  struct: SymbolKind.Struct,
  function: SymbolKind.Function,
  method: SymbolKind.Method,
  constructor: SymbolKind.Constructor,
  property: SymbolKind.Property,
  event: SymbolKind.Event,
  container: SymbolKind.Field,
};

/** What a file declares, as a tree. */
export const documentSymbols = (items: readonly OutlineItem[]): DocumentSymbol[] =>
  items.map(({ name, kind, detail, whole, named, children }) => ({
    name: printable(name, 200),
    kind: KINDS[kind],
    detail: printable(detail, 200),
    range: toRange(whole),
    selectionRange: toRange(named),
    children: documentSymbols(children),
  }));

/** The same as a list, for editors that know no tree. */
export const symbolList = (
  items: readonly OutlineItem[],
  uri: string,
  around?: string,
): SymbolInformation[] =>
  items.flatMap(({ name, kind, whole, children }) => [
    {
      name: printable(name, 200),
      kind: KINDS[kind],
      location: { uri, range: toRange(whole) },
      ...(around === undefined ? {} : { containerName: printable(around, 200) }),
    },
    ...symbolList(children, uri, name),
  ]);
