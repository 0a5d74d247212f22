import type { Module } from '../package/package.ts';
import type { Node } from '../python/tree.ts';
import { forEachChild } from '../python/walk.ts';
import { outermost, type ClassModel, type FunctionModel, type Program } from './program.ts';

/** A node of a tree, and what stands around it. */
export interface Found<N extends Node = Node> {
  readonly node: N;
  readonly module: Module;
  readonly parent: Found | undefined;
  /** The innermost function and class around it. */
  readonly fn: FunctionModel | undefined;
  readonly cls: ClassModel | undefined;
}

/** Node of a kind, also where one shape serves several kinds. */
type NodeOf<Kind, Each = Node> = Each extends { readonly kind: infer Own }
  ? Kind extends Own
    ? Each
    : never
  : never;

/** All nodes of a package by kind, in the order of module and place, from one walk over the trees. */
export class TreeFacts {
  readonly #byKind = new Map<Node['kind'], Found[]>();
  /** Made for the kinds that are asked for: most nodes are never looked up. */
  readonly #byNode = new Map<Node['kind'], ReadonlyMap<Node, Found>>();
  readonly #byScope = new Map<Node['kind'], ReadonlyMap<FunctionModel | Module, Found[]>>();
  readonly #judged = new Map<Node['kind'], readonly Found[]>();
  /** The functions that rules judge. */
  readonly functions: readonly FunctionModel[];
  readonly #touched: ReadonlySet<FunctionModel> | undefined;

  /** With `touched`, rules judge nothing but those functions and what stands in them: an edit has touched them. */
  constructor(program: Program, touched?: ReadonlySet<FunctionModel>) {
    this.#touched = touched;
    this.functions =
      touched === undefined
        ? program.functions
        : program.functions.filter((fn) => touched.has(outermost(fn)));
    const functions = new Map(program.functions.map((fn) => [fn.node as Node, fn]));
    const classes = new Map(program.classes.map((cls) => [cls.node as Node, cls]));
    for (const module of program.package.modules) {
      for (const statement of module.body)
        this.#collect(
          { node: statement, module, parent: undefined, fn: undefined, cls: undefined },
          functions,
          classes,
        );
    }
  }

  #collect(
    found: Found,
    functions: ReadonlyMap<Node, FunctionModel>,
    classes: ReadonlyMap<Node, ClassModel>,
  ): void {
    const { node, module } = found;
    // What stands in a statement that could not be read is not analysed.
    if (node.kind === 'Broken') return;
    const list = this.#byKind.get(node.kind);
    if (list === undefined) this.#byKind.set(node.kind, [found]);
    else list.push(found);
    const fn = node.kind === 'FunctionDefinition' ? (functions.get(node) ?? found.fn) : found.fn;
    const cls = node.kind === 'ClassDefinition' ? (classes.get(node) ?? found.cls) : found.cls;
    forEachChild(node, (child) => {
      this.#collect({ node: child, module, parent: found, fn, cls }, functions, classes);
    });
  }

  of<Kind extends Node['kind']>(kind: Kind): readonly Found<NodeOf<Kind>>[] {
    return (this.#byKind.get(kind) ?? []) as unknown as readonly Found<NodeOf<Kind>>[];
  }

  /** Those that rules judge: all, or those that an edit has touched. The others say what else there is. */
  judged<Kind extends Node['kind']>(kind: Kind): readonly Found<NodeOf<Kind>>[] {
    const touched = this.#touched;
    if (touched === undefined) return this.of(kind);
    let judged = this.#judged.get(kind);
    if (judged === undefined) {
      judged = this.of(kind).filter(({ fn }) => fn !== undefined && touched.has(outermost(fn)));
      this.#judged.set(kind, judged);
    }
    return judged as readonly Found<NodeOf<Kind>>[];
  }

  /** Those that stand in the same function as a place, functions inside it apart; outside functions, in the same module. */
  beside<Kind extends Node['kind']>(
    place: Pick<Found, 'fn' | 'module'>,
    kind: Kind,
  ): readonly Found<NodeOf<Kind>>[] {
    let scopes = this.#byScope.get(kind);
    if (scopes === undefined) {
      scopes = groupByScope(this.#byKind.get(kind) ?? []);
      this.#byScope.set(kind, scopes);
    }
    return (scopes.get(place.fn ?? place.module) ?? []) as unknown as readonly Found<NodeOf<Kind>>[];
  }

  find(node: Node): Found | undefined {
    let nodes = this.#byNode.get(node.kind);
    if (nodes === undefined) {
      nodes = new Map((this.#byKind.get(node.kind) ?? []).map((found) => [found.node, found]));
      this.#byNode.set(node.kind, nodes);
    }
    return nodes.get(node);
  }
}

function groupByScope(all: readonly Found[]): Map<FunctionModel | Module, Found[]> {
  const scopes = new Map<FunctionModel | Module, Found[]>();
  for (const found of all) {
    const scope = found.fn ?? found.module;
    const list = scopes.get(scope);
    if (list === undefined) scopes.set(scope, [found]);
    else list.push(found);
  }
  return scopes;
}
