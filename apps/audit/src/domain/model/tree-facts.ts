import type { Module } from '../package/package.ts';
import type { Node } from '../python/tree.ts';
import { forEachChild } from '../python/walk.ts';
import type { ClassModel, FunctionModel, Program } from './program.ts';

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
  readonly #byNode = new Map<Node, Found>();
  readonly #byScope = new Map<FunctionModel | Module, Map<Node['kind'], Found[]>>();

  constructor(program: Program) {
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
    addTo(this.#byKind, found);
    addTo(this.#scopeOf(found), found);
    this.#byNode.set(node, found);
    const fn = functions.get(node) ?? found.fn;
    const cls = classes.get(node) ?? found.cls;
    forEachChild(node, (child) =>
      this.#collect({ node: child, module, parent: found, fn, cls }, functions, classes),
    );
  }

  of<Kind extends Node['kind']>(kind: Kind): readonly Found<NodeOf<Kind>>[] {
    return (this.#byKind.get(kind) ?? []) as unknown as readonly Found<NodeOf<Kind>>[];
  }

  /** Those that stand in the same function as a place, functions inside it apart; outside functions, in the same module. */
  beside<Kind extends Node['kind']>(
    place: Pick<Found, 'fn' | 'module'>,
    kind: Kind,
  ): readonly Found<NodeOf<Kind>>[] {
    return (this.#byScope.get(place.fn ?? place.module)?.get(kind) ?? []) as unknown as readonly Found<
      NodeOf<Kind>
    >[];
  }

  #scopeOf({ fn, module }: Found): Map<Node['kind'], Found[]> {
    const known = this.#byScope.get(fn ?? module);
    if (known !== undefined) return known;
    const made = new Map<Node['kind'], Found[]>();
    this.#byScope.set(fn ?? module, made);
    return made;
  }

  find(node: Node): Found | undefined {
    return this.#byNode.get(node);
  }
}

function addTo(lists: Map<Node['kind'], Found[]>, found: Found): void {
  const known = lists.get(found.node.kind);
  if (known === undefined) lists.set(found.node.kind, [found]);
  else known.push(found);
}
