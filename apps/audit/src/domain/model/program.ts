import type { Module, Package } from '../package/package.ts';
import type {
  Call,
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Import,
  ImportFrom,
} from '../python/tree.ts';

/**
 * Who is who in a package: its functions and classes, and what each name stands for.
 *
 * Glossary: a *contract* is a class that derives from IconScoreBase; an *interface* declares another contract's methods
 * (InterfaceScore); a *helper* is any other class; *external*, *payable*, *event* are what the platform's decorators make of a method.
 */
export interface Program {
  readonly package: Package;
  readonly scopes: ReadonlyMap<Module, ModuleScope>;
  /** All classes, in the order of module and place. */
  readonly classes: readonly ClassModel[];
  /** All functions, methods and nested functions among them, in the order of module and place. */
  readonly functions: readonly FunctionModel[];
  readonly functionOf: ReadonlyMap<FunctionDefinition, FunctionModel>;
  readonly classOf: ReadonlyMap<ClassDefinition, ClassModel>;
}

export interface ModuleScope {
  readonly module: Module;
  readonly names: ReadonlyMap<string, SymbolModel>;
  readonly imports: readonly ImportModel[];
  /** A star import of the platform, directly or through modules of the package, also where one of those is missing. */
  readonly platformStar: boolean;
  /** A star import of a module that is not in the package: any name may come from it. */
  readonly unknownStar: boolean;
}

/** What a name of a module stands for. */
export type SymbolModel =
  | { readonly kind: 'function'; readonly fn: FunctionModel }
  | { readonly kind: 'class'; readonly cls: ClassModel }
  | {
      readonly kind: 'value';
      readonly module: Module;
      readonly value: Expression | undefined;
      readonly written: number;
    }
  | { readonly kind: 'module'; readonly module: Module }
  | { readonly kind: 'platform'; readonly name: string }
  | { readonly kind: 'outside'; readonly from: string; readonly name: string | undefined };

/** One import statement, and where its module was found. */
export interface ImportModel {
  readonly node: Import | ImportFrom;
  /** Inside a function, a condition or a `try`. */
  readonly nested: boolean;
  readonly targets: readonly ImportTarget[];
}

export interface ImportTarget {
  /** As written, with leading dots. */
  readonly name: string;
  readonly found: 'platform' | 'package' | 'outside' | 'missing' | 'leaves package';
  readonly module: Module | undefined;
}

export interface ClassModel {
  readonly name: string;
  readonly module: Module;
  readonly node: ClassDefinition;
  readonly bases: readonly BaseModel[];
  /** C3 order, itself first. Falls back to depth-first order where C3 has none; then `inconsistent` is set. */
  readonly order: readonly ClassModel[];
  readonly inconsistent: boolean;
  /** Names of the platform's or Python's classes that it derives from, directly or not. */
  readonly roots: ReadonlySet<string>;
  /** A base that nobody knows: what it inherits is uncertain. */
  readonly unknownBase: boolean;
  readonly role: 'contract' | 'interface' | 'struct' | 'exception' | 'helper';
  /** Its own methods; of several with one name the last one, as Python keeps it. */
  readonly methods: ReadonlyMap<string, FunctionModel>;
  /** All definitions in the class body, also those that a later one replaces. */
  readonly definitions: readonly FunctionModel[];
  /** Assignments in the class body. */
  readonly variables: ReadonlyMap<string, Expression>;
}

export interface BaseModel {
  readonly node: Expression;
  /** As written. */
  readonly name: string;
  readonly cls: ClassModel | undefined;
  /** Of the platform or of Python itself. */
  readonly known: boolean;
}

export interface FunctionModel {
  readonly name: string;
  readonly module: Module;
  readonly node: FunctionDefinition;
  readonly owner: ClassModel | undefined;
  /** The function in which it is defined. */
  readonly outer: FunctionModel | undefined;
  readonly decorators: readonly DecoratorModel[];
  readonly external: { readonly readonly: boolean } | undefined;
  readonly payable: boolean;
  readonly event: { readonly indexed: number } | undefined;
  readonly declared: boolean;
  readonly abstract: boolean;
  readonly binding: 'method' | 'static' | 'class' | 'property' | 'function';
}

export interface DecoratorModel {
  readonly node: Expression;
  /** As written, without arguments. */
  readonly name: string;
  readonly call: Call | undefined;
  readonly target:
    | { readonly kind: 'platform'; readonly name: string }
    | { readonly kind: 'function'; readonly fn: FunctionModel }
    | { readonly kind: 'builtin'; readonly name: string }
    | { readonly kind: 'unknown' };
}

/** A method as a class sees it: its own or inherited. */
export function findMethod(cls: ClassModel, name: string): FunctionModel | undefined {
  for (const ancestor of cls.order) {
    const method = ancestor.methods.get(name);
    if (method !== undefined) return method;
  }
  return undefined;
}

/** The method that `super().name` reaches from a method of `owner`, for an object of class `cls`. */
export function findAbove(cls: ClassModel, owner: ClassModel, name: string): FunctionModel | undefined {
  const at = cls.order.indexOf(owner);
  for (const ancestor of cls.order.slice(at + 1)) {
    const method = ancestor.methods.get(name);
    if (method !== undefined) return method;
  }
  return undefined;
}

/** All methods that an object of this class has, by name. */
export function allMethods(cls: ClassModel): Map<string, FunctionModel> {
  const methods = new Map<string, FunctionModel>();
  for (const ancestor of cls.order) {
    for (const [name, method] of ancestor.methods) if (!methods.has(name)) methods.set(name, method);
  }
  return methods;
}

/** The function around which no other one stands. */
export const outermost = (fn: FunctionModel): FunctionModel =>
  fn.outer === undefined ? fn : outermost(fn.outer);

/** The function that setting a property runs; the method of its name is the getter. */
export function setterOf(cls: ClassModel, name: string): FunctionModel | undefined {
  for (const { definitions } of cls.order) {
    const own = definitions.filter((fn) => fn.name === name);
    if (own.length > 0)
      return own.find((fn) => fn.decorators.some((decorator) => decorator.name === `${name}.setter`));
  }
  return undefined;
}
