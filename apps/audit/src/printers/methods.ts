import type { EntryPoint } from '../domain/flow/flow.ts';
import { sourceOf } from '../domain/flow/values.ts';
import { openParameters } from '../domain/model/signature.ts';
import type { FunctionModel } from '../domain/model/program.ts';
import type { NodeKind, Piece } from './picture.ts';
import { text } from './words.ts';

/** `mint(_to: Address, _value: int = 0) -> bool`, as it is declared. */
export function signatureOf(fn: FunctionModel): string {
  const { node, module } = fn;
  const parameters = openParameters(fn).map(({ name, style, annotation, default: byDefault }) => {
    const stars = style === 'variadic' ? '*' : style === 'keywords' ? '**' : '';
    const type = annotation === undefined ? '' : `: ${sourceOf(module, annotation)}`;
    return `${stars}${name}${type}${byDefault === undefined ? '' : ` = ${sourceOf(module, byDefault, 24)}`}`;
  });
  const returns =
    node.returns === undefined || (node.returns.kind === 'Constant' && node.returns.value === null)
      ? ''
      : ` -> ${sourceOf(module, node.returns)}`;
  return `${node.name}(${parameters.join(', ')})${returns}`;
}

/** A function by its name, with the functions around it. */
export const nameWithin = ({ name, outer }: FunctionModel): string =>
  outer === undefined ? name : `${nameWithin(outer)}.${name}`;

/** `Class.method`. */
export const qualifiedName = (fn: FunctionModel): string =>
  fn.owner === undefined ? nameWithin(fn) : `${fn.owner.name}.${nameWithin(fn)}`;

export function kindOfEntry({ kind, payable }: EntryPoint): NodeKind {
  if (payable) return 'payable';
  switch (kind) {
    case 'external':
    case 'fallback':
      return 'change';
    case 'readonly':
      return 'query';
    case 'install':
    case 'update':
    case 'constructor':
      return 'lifecycle';
    case 'unreached':
      return 'unreached';
  }
}

/** What the platform makes of a method: `external`, `payable`, … */
export function flagsOf({ kind, payable, fn }: EntryPoint): Piece[] {
  const flags: Piece[] = [];
  if (kind === 'install') flags.push({ text: 'on_install' });
  if (kind === 'update') flags.push({ text: 'on_update' });
  if (kind === 'fallback') flags.push({ text: 'fallback' });
  if (kind === 'external' || (fn.external !== undefined && kind !== 'readonly'))
    flags.push({ text: 'external' });
  if (kind === 'readonly') flags.push({ text: 'readonly', tone: 'muted' });
  if (payable) flags.push({ text: 'payable', tone: 'warn' });
  if (kind === 'unreached') flags.push({ text: text('never called', '불리지 않음'), tone: 'muted' });
  return flags;
}

/** What changes something first, as an auditor reads; within a kind, in the order of the source. */
const ORDER: readonly EntryPoint['kind'][] = [
  'install',
  'update',
  'fallback',
  'external',
  'readonly',
  'unreached',
  'constructor',
];

export function byEntry(
  { entry: left }: { readonly entry: EntryPoint },
  { entry: right }: { readonly entry: EntryPoint },
): number {
  return ORDER.indexOf(left.kind) - ORDER.indexOf(right.kind) || byPlace(left.fn, right.fn);
}

export function byPlace(left: FunctionModel, right: FunctionModel): number {
  if (left.module.path !== right.module.path) return left.module.path < right.module.path ? -1 : 1;
  return left.node.start - right.node.start;
}
