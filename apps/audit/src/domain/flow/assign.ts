import { setterOf } from '../model/program.ts';
import { isOnly, Type } from '../model/types.ts';
import type { Expression, Node } from '../python/tree.ts';
import { inOrder, noArguments, noKeywords, type Arguments } from './arguments.ts';
import { Evaluator } from './evaluate.ts';
import { callAt, functionValue } from './make-values.ts';
import { either, joinOrigins, ownShape, value, type Value } from './values.ts';

interface Field {
  readonly name: string;
  readonly fields: Map<string, Value>;
}

/** What assignments and deletions change. */
export abstract class AssignMachine extends Evaluator {
  protected assign(target: Expression, assigned: Value): void {
    switch (target.kind) {
      case 'Name':
        this.environment.set(target.id, assigned);
        return;
      case 'Attribute': {
        this.#assignAttribute(target, assigned);
        return;
      }
      case 'Subscript': {
        const of = this.evaluate(target.value);
        const index = this.evaluate(target.index);
        if (of.reference?.kind === 'container') this.write(of.reference, [index], 'item', assigned, target);
        else if (this.callSpecial(of, '__setitem__', [index, assigned], target) !== undefined) return;
        else this.changed(of, inOrder(assigned), target);
        return;
      }
      case 'Tuple':
      case 'List':
        for (const [index, element] of target.elements.entries()) {
          const item = isOnly(assigned.types, Type.set) ? undefined : assigned.items?.[index];
          this.assign(element, item ?? this.elementOf(assigned, target));
        }
        return;
      case 'Starred': {
        this.assign(target.value, assigned);
        return;
      }
      default:
    }
  }

  #assignAttribute(target: Extract<Expression, { kind: 'Attribute' }>, assigned: Value): void {
    const of = this.evaluate(target.value);
    const instance = of.reference;
    const setter = instance?.kind === 'instance' ? setterOf(instance.cls, target.name) : undefined;
    if (setter !== undefined) {
      this.callValue(functionValue(setter, of, target), inOrder(assigned), callAt(target));
      return;
    }
    if (instance?.kind === 'instance' && this.constructing) {
      instance.fields.set(target.name, assigned);
      const container = assigned.reference;
      if (container?.kind === 'container' && container.item.name === container.item.key)
        container.item.name = target.name;
    }
    this.append({ kind: 'attribute', name: target.name, value: assigned, of, how: 'set' }, target);
  }

  protected remove(target: Expression): void {
    if (target.kind !== 'Subscript') return;
    const of = this.evaluate(target.value);
    const index = this.evaluate(target.index);
    if (of.reference?.kind === 'container') this.write(of.reference, [index], 'remove', undefined, target);
    else if (this.callSpecial(of, '__delitem__', [index], target) === undefined) {
      this.append(
        {
          kind: 'platform',
          name: '.__delitem__',
          args: [of, index],
          keywords: noKeywords,
          result: value(target),
        },
        target,
      );
      this.changed(of, noArguments, target);
    }
  }

  /** A list, dict or set took up new contents: the variable that names it knows of them from here on. */
  protected changed(of: Value, given: Arguments, node: Node): void {
    const origins = joinOrigins(of.origins, ...given.values.map((each) => each.origins));
    const known = this.environment.nameOf(of);
    if (known !== undefined) {
      const element = either(node, [...elementsBefore(of, node), ...given.values]);
      this.environment.set(known, { ...of, origins, element, items: undefined });
    }
    const field = this.#fieldOf(of);
    if (field === undefined) return;
    this.append(
      { kind: 'attribute', name: field.name, value: given.values[0] ?? of, of, how: 'change' },
      node,
    );
    this.#keep(field, of, given.values.at(-1));
  }

  /** A dict of storage objects, which are made when they are first asked for, holds one of them from then on. */
  #keep({ name, fields }: Field, of: Value, kept: Value | undefined): void {
    if (kept?.reference?.kind !== 'instance' || of.element !== undefined || this.rehearsing) return;
    fields.set(name, { ...of, element: { ...kept, shape: ownShape() } });
  }

  /** The name under which an object that is known here keeps this very value. */
  #fieldOf(of: Value): Field | undefined {
    for (const { reference } of this.environment.all()) {
      if (reference?.kind !== 'instance') continue;
      const { fields } = reference;
      for (const [name, field] of fields) if (field === of) return { name, fields };
    }
    return undefined;
  }
}

/** What a collection held before it took up something: nothing where it was written out empty, otherwise what nobody knows. */
function elementsBefore({ element, items, entries, origins }: Value, node: Node): Value[] {
  if (element !== undefined) return [element];
  return items?.length === 0 || entries?.size === 0 ? [] : [value(node, { origins })];
}
