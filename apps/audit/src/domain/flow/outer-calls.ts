import { typesOfAnnotation } from '../model/annotations.ts';
import { findMethod, type ClassModel } from '../model/program.ts';
import { Type } from '../model/types.ts';
import { dotted } from '../model/dotted.ts';
import type { Call, Node } from '../python/tree.ts';
import { inOrder, noArguments, type Arguments } from './arguments.ts';
import { asksWhoCalls } from './missing-guards.ts';
import { NameMachine } from './names.ts';
import { joinOrigins, noOrigins, value, type Origin, type Reference, type Value } from './values.ts';

/** Calls: of functions and classes of the package, of other contracts, and of what the platform offers to reach them. */
export abstract class OuterCallMachine extends NameMachine {
  protected abstract invoke(
    reference: Extract<Reference, { kind: 'function' | 'lambda' }>,
    given: Arguments,
    node: Call,
  ): Value;

  protected abstract instantiate(cls: ClassModel, given: Arguments, node: Call): Value;

  protected callValue(callee: Value, given: Arguments, node: Call): Value {
    const result = this.#call(callee, given, node);
    if (isOfPackage(callee)) return result;
    const name = dotted(node.callee);
    if (name !== undefined && asksWhoCalls(name, 'call')) this.askMissing(name, node);
    return result;
  }

  #call(callee: Value, given: Arguments, node: Call): Value {
    const { reference } = callee;
    switch (reference?.kind) {
      case 'function':
      case 'lambda':
        return this.invoke(reference, given, node);
      case 'class':
        return this.instantiate(reference.cls, given, node);
      case 'contract method':
        return this.#callContract(reference, given, node);
      case 'builtin':
        return this.callBuiltin(reference.name, given, node);
      case 'platform':
        return this.#callNamed(reference.name, given, node);
      case 'method':
        if (reference.of.reference?.kind === 'database')
          return this.#subDatabase(reference.of.reference, given, node);
        return this.callMethod(reference.of, reference.name, given, node);
      default:
        return this.opaque(node, given, callee);
    }
  }

  /** Goes on as behind an answer about the caller: what asks is not in the package. */
  protected askMissing(name: string, node: Node): void {
    const answer = value(node, {
      origins: new Set<Origin>([{ kind: 'call', method: name }, { kind: 'sender' }]),
      shape: `${name}(msg.sender)`,
    });
    this.append({ kind: 'way', facts: [{ kind: 'true', value: answer }], outcome: true }, node);
  }

  #callNamed(name: string, given: Arguments, node: Call): Value {
    switch (name) {
      case 'VarDB':
      case 'DictDB':
      case 'ArrayDB':
        return this.makeContainer(name, given.values, given.keywords, node);
      case 'create_interface_score':
        return this.#interfaceScore(given, node);
      case 'icx.transfer':
      case 'icx.send':
        return this.#sendIcx(name === 'icx.send' ? 'send' : 'transfer', given, node);
      case 'call':
        return this.#legacyCall(given, node);
      default:
        return this.callPlatform(name, given, node);
    }
  }

  /** `db.get_sub_db(prefix)`: a prefix that is computed is a key in front of all others. */
  #subDatabase(outer: Extract<Reference, { kind: 'database' }>, given: Arguments, node: Call): Value {
    const name = given.values[0];
    const literal = name?.node.kind === 'Bytes' ? name.node.value : undefined;
    const written = typeof name?.constant === 'string' ? name.constant : literal;
    const keys = written === undefined ? [...(outer.keys ?? []), name ?? value(node)] : outer.keys;
    return value(node, {
      reference: { kind: 'database', prefix: `${outer.prefix}${written ?? '{}'}.`, keys },
    });
  }

  #interfaceScore(given: Arguments, node: Call): Value {
    const isOfClass = given.values[0]?.reference?.kind === 'instance';
    const [address, type] = isOfClass ? given.values.slice(1) : given.values;
    const cls = type?.reference?.kind === 'class' ? type.reference.cls : undefined;
    return value(node, {
      types: Type.object,
      reference: { kind: 'contract', cls, address: address ?? value(node), sent: undefined },
      origins: address?.origins,
      shape: `contract ${address?.shape ?? ''}`,
    });
  }

  #sendIcx(how: 'transfer' | 'send', given: Arguments, node: Call): Value {
    const to = given.values[0] ?? given.keywords.get('addr_to') ?? value(node);
    const amount = given.values[1] ?? given.keywords.get('amount') ?? value(node);
    const result = value(node, { types: how === 'send' ? Type.bool : Type.none, origins: noOrigins });
    this.mayRaise(this.append({ kind: 'transfer', how, to, amount, result }, node));
    return result;
  }

  #legacyCall(given: Arguments, node: Call): Value {
    const address = given.values[0] ?? given.keywords.get('addr_to') ?? value(node);
    const method = given.values[1] ?? given.keywords.get('func_name');
    const passed = given.values[2] ?? given.keywords.get('kw_dict');
    const sent = given.values[3] ?? given.keywords.get('amount');
    const name = typeof method?.constant === 'string' ? method.constant : '?';
    return this.#external(
      { kind: 'contract method', cls: undefined, address, sent, name },
      passed === undefined ? noArguments : inOrder(passed),
      node,
    );
  }

  #callContract(
    method: Extract<Reference, { kind: 'contract method' }>,
    given: Arguments,
    node: Call,
  ): Value {
    if (method.name !== 'icx') return this.#external(method, given, node);
    const { cls, address } = method;
    return value(node, {
      types: Type.object,
      reference: { kind: 'contract', cls, address, sent: given.values[0] },
      origins: address.origins,
    });
  }

  #external(method: Extract<Reference, { kind: 'contract method' }>, given: Arguments, node: Call): Value {
    const declared = method.cls === undefined ? undefined : findMethod(method.cls, method.name);
    const result = value(node, {
      types: typesOfAnnotation(declared?.node.returns),
      origins: joinOrigins(new Set([{ kind: 'call', method: method.name }]), this.#askedFor(given)),
    });
    const { address, cls, sent, name } = method;
    this.mayRaise(
      this.append(
        {
          kind: 'external',
          address,
          cls,
          method: name,
          args: given.values,
          keywords: given.keywords,
          sent,
          result,
        },
        node,
      ),
    );
    return result;
  }

  /** An answer about the caller, such as that of a register of roles, is about the caller. */
  #askedFor(given: Arguments): ReadonlySet<Origin> {
    const all = joinOrigins(...[...given.values, ...given.keywords.values()].map(({ origins }) => origins));
    return new Set([...all].filter(({ kind }) => kind === 'sender'));
  }
}

const isOfPackage = ({ reference }: Value): boolean =>
  reference !== undefined && reference.kind !== 'platform' && reference.kind !== 'method';
