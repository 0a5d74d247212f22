import { findAbove, findMethod, type ClassModel, type SymbolModel } from '../model/program.ts';
import { Type } from '../model/types.ts';
import type { Module } from '../package/package.ts';
import { builtinNames, platformNames } from '../platform/exports.ts';
import type { Attribute, Expression, Node } from '../python/tree.ts';
import { noArguments } from './arguments.ts';
import { opened } from './collections.ts';
import { contextAttribute, formerAttribute } from './context.ts';
import { Environment } from './environment.ts';
import {
  callAt,
  classValue,
  contractMethod,
  functionValue,
  platformValue,
  valueAttribute,
} from './make-values.ts';
import { ObjectMachine } from './objects.ts';
import { value, type Reference, type Value } from './values.ts';

/** What names and attributes stand for. */
export abstract class NameMachine extends ObjectMachine {
  protected abstract evaluate(node: Expression): Value;

  protected valueOfName(id: string, node: Node): Value {
    return this.lookUpLocal(id) ?? this.globalValue(this.module, id, node);
  }

  protected globalValue(module: Module, id: string, node: Node): Value {
    const scope = this.world.program.scopes.get(module);
    const symbol = scope?.names.get(id);
    if (symbol !== undefined) return this.#symbolValue(symbol, id, node);
    if (scope?.platformStar === true && platformNames.has(id)) return platformValue(id, node);
    if (builtinNames.has(id))
      return value(node, {
        reference: { kind: 'builtin', name: id },
        shape: `builtin ${id}`,
        types: Type.function,
      });
    return value(node, { shape: `name ${id}` });
  }

  #symbolValue(symbol: SymbolModel, id: string, node: Node): Value {
    switch (symbol.kind) {
      case 'function':
        return functionValue(symbol.fn, undefined, node);
      case 'class':
        return classValue(symbol.cls, node);
      case 'module':
        return value(node, {
          reference: { kind: 'module', module: symbol.module },
          shape: `module ${symbol.module.name}`,
        });
      case 'platform':
        return platformValue(symbol.name, node);
      case 'outside':
        return platformValue(symbol.name === undefined ? symbol.from : `${symbol.from}.${symbol.name}`, node);
      case 'value':
        return symbol.value === undefined
          ? value(node, { shape: `global ${id}` })
          : this.evaluateElsewhere(symbol.module, symbol.value);
    }
  }

  protected elsewhere = 0;

  /** Other contracts that were put in attributes on the way, by the fields of the object: `self.token = self.create_interface_score(…)`. */
  protected readonly interfaces = new Map<ReadonlyMap<string, Value>, Map<string, Value>>();

  /** A constant of a module or class body: worked out as if it stood here, without leaving steps. */
  protected evaluateElsewhere(module: Module, node: Expression): Value {
    const here = { module: this.module, environment: this.environment };
    this.module = module;
    this.environment = new Environment<Value>(new Map(), undefined);
    const result = this.elsewhere < 8 ? this.rehearse(() => this.#evaluateOnce(node)) : value(node);
    Object.assign(this, here);
    return opened(result);
  }

  #evaluateOnce(node: Expression): Value {
    this.elsewhere += 1;
    const result = this.evaluate(node);
    this.elsewhere -= 1;
    return result;
  }

  protected readAttribute(node: Attribute): Value {
    const of = this.evaluate(node.value);
    return this.attributeOf(of, node.name, node);
  }

  protected attributeOf(of: Value, name: string, node: Attribute): Value {
    const { reference } = of;
    switch (reference?.kind) {
      case 'instance':
        return this.#fieldOf(of, reference, name, node);
      case 'super': {
        const instance = reference.self.reference;
        const cls = instance?.kind === 'instance' ? instance.cls : reference.owner;
        const method = findAbove(cls, reference.owner, name);
        if (method !== undefined) return functionValue(method, reference.self, node);
        return value(node, { reference: { kind: 'platform', name: `super.${name}` }, types: Type.function });
      }
      case 'class':
        return this.#classAttribute(reference.cls, name, node);
      case 'contract':
        return contractMethod(reference, name, node);
      case 'module':
        return this.globalValue(reference.module, name, node);
      case 'platform':
        if (isPlatform(reference.name)) return platformValue(name, node);
        // `IconScoreBase.create_interface_score(self, address, Token)`: what a contract has, asked of the class.
        if (reference.name === 'IconScoreBase')
          return contextAttribute('self', name, node) ?? platformValue(`IconScoreBase.${name}`, node);
        return (
          contextAttribute(reference.name, name, node) ?? platformValue(`${reference.name}.${name}`, node)
        );
      case 'container':
      default:
        return valueAttribute(of, name, node);
    }
  }

  #fieldOf(
    of: Value,
    instance: Extract<Reference, { kind: 'instance' }>,
    name: string,
    node: Attribute,
  ): Value {
    const field = instance.fields.get(name) ?? this.interfaces.get(instance.fields)?.get(name);
    if (field !== undefined) return field;
    const method = findMethod(instance.cls, name);
    if (method !== undefined) {
      const bound = functionValue(method, method.binding === 'static' ? undefined : of, node);
      return method.binding === 'property' ? this.callValue(bound, noArguments, callAt(node)) : bound;
    }
    const held = this.variableOf(instance.cls, name);
    if (held !== undefined)
      return this.callSpecial(held, '__get__', [of, classValue(instance.cls, node)], node) ?? held;
    const isContract = instance.cls.role === 'contract' || instance.cls.unknownBase;
    const known = isContract ? contextAttribute('self', name, node) : undefined;
    const former = isContract && !instance.cls.unknownBase ? formerAttribute(name, node) : undefined;
    return (
      known ??
      former ??
      value(node, { shape: `${of.shape}.${name}`, reference: { kind: 'method', of, name } })
    );
  }

  #classAttribute(cls: ClassModel, name: string, node: Attribute): Value {
    const method = findMethod(cls, name);
    if (method !== undefined) return functionValue(method, undefined, node);
    return this.variableOf(cls, name) ?? value(node, { shape: `${cls.name}.${name}` });
  }

  /** What a class body gives a name; an object with `__get__` and `__set__` speaks for the attribute of each object. */
  protected variableOf(cls: ClassModel, name: string): Value | undefined {
    for (const { module, variables } of cls.order) {
      const variable = variables.get(name);
      if (variable !== undefined) return this.evaluateElsewhere(module, variable);
    }
    return undefined;
  }
}

/** `icon` of `import iconservice as icon`. */
const isPlatform = (name: string): boolean => name === 'iconservice' || name.startsWith('iconservice.');
