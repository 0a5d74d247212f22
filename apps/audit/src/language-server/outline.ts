import type { ContractModel } from '../domain/flow/flow.ts';
import type { StorageItem } from '../domain/flow/values.ts';
import { nameOf } from '../domain/model/name-place.ts';
import type { ClassModel, FunctionModel } from '../domain/model/program.ts';
import type { Subject } from '../domain/model/subject.ts';
import type { Module } from '../domain/package/package.ts';
import type { Position } from '../domain/python/lines.ts';
import type { Place } from '../domain/python/tree.ts';

/** Something that a file declares, as an editor lists it. */
export interface OutlineItem {
  readonly name: string;
  readonly kind:
    ClassModel['role'] | 'function' | 'method' | 'constructor' | 'property' | 'event' | 'container';
  /** Words of the source and of the platform: bases, decorators, the type of a container. */
  readonly detail: string;
  readonly whole: Span;
  /** Where its name stands, or what makes it. */
  readonly named: Span;
  readonly children: readonly OutlineItem[];
}

interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** What a module declares, in the order of its text: functions, and classes with their methods, event logs and containers. */
export function outlineOf({ program, contracts }: Subject, module: Module): OutlineItem[] {
  const classes = program.classes.filter((cls) => cls.module === module);
  const functions = program.functions.filter(
    (fn) => fn.module === module && fn.owner === undefined && fn.outer === undefined,
  );
  const items = itemsIn(contracts, module);
  return inOrder([
    ...classes.map((cls) =>
      classItem(
        cls,
        items.filter(({ node }) => isWithin(node, cls.node)),
      ),
    ),
    ...functions.map(functionItem),
  ]);
}

/** Each once, though several contracts may have it from one base. */
function itemsIn(contracts: readonly ContractModel[], module: Module): StorageItem[] {
  const all = contracts.flatMap(({ items }) => items).filter((item) => item.module === module);
  return [...new Map(all.map((item) => [`${item.node.start} ${item.name}`, item])).values()];
}

const isWithin = (inner: Place, outer: Place): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

function classItem(cls: ClassModel, items: readonly StorageItem[]): OutlineItem {
  return {
    name: cls.name,
    kind: cls.role,
    detail: cls.bases.map(({ name }) => name).join(', '),
    ...spansOf(cls),
    children: inOrder([...cls.definitions.map(functionItem), ...items.map(containerItem)]),
  };
}

function functionItem(fn: FunctionModel): OutlineItem {
  return { name: fn.name, kind: kindOf(fn), detail: flagsOf(fn), ...spansOf(fn), children: [] };
}

function kindOf({ owner, name, event, binding }: FunctionModel): OutlineItem['kind'] {
  if (owner === undefined) return 'function';
  if (event !== undefined) return 'event';
  if (binding === 'property') return 'property';
  return name === '__init__' ? 'constructor' : 'method';
}

function flagsOf({ external, payable, event }: FunctionModel): string {
  return [
    ...(external === undefined ? [] : ['external']),
    ...(external?.readonly === true ? ['readonly'] : []),
    ...(payable ? ['payable'] : []),
    ...(event === undefined ? [] : [`eventlog, indexed=${event.indexed}`]),
  ].join(', ');
}

function containerItem({ name, kind, valueTypeName, depth, module, node }: StorageItem): OutlineItem {
  const span = spanOf(module, node);
  const levels = kind === 'DictDB' && depth > 1 ? `, depth=${depth}` : '';
  return {
    name,
    kind: 'container',
    detail: `${kind} ${valueTypeName}`.trimEnd() + levels,
    whole: span,
    named: span,
    children: [],
  };
}

function spansOf(declared: ClassModel | FunctionModel): Pick<OutlineItem, 'whole' | 'named'> {
  const { module, node } = declared;
  return { whole: spanOf(module, node), named: spanOf(module, nameOf(declared).node) };
}

const spanOf = ({ lines }: Module, { start, end }: Place): Span => ({
  start: lines.positionOf(start),
  end: lines.positionOf(end),
});

/** What the parser mended may have no name. */
const inOrder = (items: readonly OutlineItem[]): OutlineItem[] =>
  items
    .filter(({ name }) => name.trim() !== '')
    .toSorted(
      ({ named: { start: left } }, { named: { start: right } }) =>
        left.line - right.line || left.column - right.column,
    );
