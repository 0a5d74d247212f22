import { setterOf } from '../model/program.ts';
import { isOnly, Type } from '../model/types.ts';
import type { Attribute, Call, Expression, Node, Subscript } from '../python/tree.ts';
import { inOrder, noKeywords } from './arguments.ts';
import { elementsPut, filled, nothingPut, opened, type Contents } from './collections.ts';
import { atFirst } from './either.ts';
import { Evaluator } from './evaluate.ts';
import { callAt, functionValue } from './make-values.ts';
import { hasOrigin, ownShape, value, type Value } from './values.ts';

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
        const written = this.evaluate(target.value);
        const index = this.evaluate(target.index);
        const of = this.withNames(written, index);
        if (of.reference?.kind === 'container') this.write(of.reference, [index], 'item', assigned, target);
        else if (this.callSpecial(of, '__setitem__', [index, assigned], target) !== undefined) return;
        else {
          if (hasOrigin(of, 'json') && typeof index.constant === 'string')
            this.append({ kind: 'put', of, name: index.constant, value: assigned }, target);
          this.changed(of, this.#putAt(of, index, assigned), target);
        }
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
    const held = instance?.kind === 'instance' ? this.variableOf(instance.cls, target.name) : undefined;
    if (held !== undefined && this.callSpecial(held, '__set__', [of, assigned], target) !== undefined) return;
    if (instance?.kind === 'instance' && this.constructing) {
      instance.fields.set(target.name, opened(assigned));
      const container = assigned.reference;
      if (container?.kind === 'container' && container.item.name === container.item.key)
        container.item.name = target.name;
    }
    if (instance?.kind === 'instance' && assigned.reference?.kind === 'contract')
      this.#keepInterface(instance.fields, target.name, assigned);
    this.append({ kind: 'attribute', name: target.name, value: assigned, of, how: 'set' }, target);
  }

  #keepInterface(fields: ReadonlyMap<string, Value>, name: string, assigned: Value): void {
    const kept = this.interfaces.get(fields) ?? new Map<string, Value>();
    this.interfaces.set(fields, kept.set(name, assigned));
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
      this.changed(of, nothingPut, target);
    }
  }

  /** `list[index] = value` names a place that is there, `dict[key] = value` perhaps a new one. */
  #putAt(of: Value, index: Value, assigned: Value): Contents {
    return isOnly(of.types, Type.list) ? elementsPut(assigned) : { keys: [index], values: [assigned] };
  }

  /** A list, dict or set took up new contents, or lost some: whoever names it knows of them from here on. */
  protected changed(of: Value, put: Contents, node: Call | Subscript): void {
    this.#takeUp(of, put, node.kind === 'Call' ? node.callee : node, node);
    const field = this.#fieldOf(of);
    if (field === undefined) return;
    this.append({ kind: 'attribute', name: field.name, value: put.values[0] ?? of, of, how: 'change' }, node);
    this.#keep(field, of, put, node);
  }

  /** The collection that `place` is a part or a method of, under all its names, and the one that it stands in. */
  #takeUp(of: Value, put: Contents, place: Expression, node: Node): void {
    const root = atFirst(of);
    const isMeant = (other: Value) => atFirst(other) === root;
    const next = (other: Value) => filled(other, put, node, this.loops);
    let isNamed = this.environment.renew(isMeant, next);
    for (let { around } = this; around !== undefined; around = around.around)
      if (around.environment.renew(isMeant, next)) isNamed = true;
    const outer = isNamed ? undefined : outerPart(place);
    if (outer === undefined) return;
    const holder = this.rehearse(() => this.evaluate(outer.value));
    if (holder.reference === undefined)
      this.#takeUp(holder, elementsPut(filled(of, put, node, this.loops)), outer, node);
  }

  /** What a constructor puts in stays there; a dict of storage objects, which are made when they are first asked for, holds one of them. */
  #keep({ name, fields }: Field, of: Value, put: Contents, node: Node): void {
    const kept = put.values.at(-1);
    if (this.constructing) fields.set(name, filled(of, put, node, this.loops));
    else if (kept?.reference?.kind === 'instance' && of.element === undefined && !this.rehearsing)
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

/** `rows[key]` in `rows[key].append(value)`, and `rows.setdefault(key, [])`: what the collection that changes is a part of. */
function outerPart(place: Expression): Subscript | Attribute | undefined {
  if (place.kind !== 'Subscript' && place.kind !== 'Attribute') return undefined;
  const part = place.value;
  if (part.kind === 'Subscript') return isPlain(part) ? part : undefined;
  if (part.kind !== 'Call' || part.callee.kind !== 'Attribute') return undefined;
  const { callee } = part;
  return (callee.name === 'setdefault' || callee.name === 'get') && isPlain(callee.value)
    ? callee
    : undefined;
}

/** Whether it can be read once more without doing anything. */
const isPlain = (node: Expression): boolean =>
  node.kind === 'Name' || (node.kind === 'Subscript' && isPlain(node.value) && ATOMS.has(node.index.kind));

const ATOMS: ReadonlySet<Expression['kind']> = new Set(['Name', 'String', 'Number']);
