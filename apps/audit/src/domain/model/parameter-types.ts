import { dotted } from './dotted.ts';
import type { ClassModel, Program, SymbolModel } from './program.ts';
import type { Module } from '../package/package.ts';
import type { AnnotatedAssign, Expression, Parameter } from '../python/tree.ts';

/** Fields that a structure of the engines may have (reference score-audit §2.9). */
const MOST_FIELDS = 16;
const PLAIN: ReadonlySet<string> = new Set(['int', 'str', 'bytes', 'bool', 'Address']);
const REFUSED: ReadonlySet<string> = new Set(
  'float complex dict list set frozenset tuple object type bytearray callable Dict List Set Tuple Any Callable Union Optional TypedDict None'.split(
    ' ',
  ),
);

/** How a parameter of a method that is called from outside is declared. */
export type ParameterFault =
  { readonly fault: 'kind' | 'untyped' } | { readonly fault: 'type'; readonly annotation: Expression };

/** What the engines refuse of a parameter; undefined when they take it. */
export function parameterFault(
  program: Program,
  module: Module,
  parameter: Parameter,
): ParameterFault | undefined {
  if (parameter.style !== 'plain') return { fault: 'kind' };
  const { annotation } = parameter;
  if (annotation === undefined) return { fault: 'untyped' };
  return carries(program, module, annotation, []) ? undefined : { fault: 'type', annotation };
}

/** A parameter as it is written, with its stars. */
export function writtenName({ name, style }: Parameter): string {
  return style === 'variadic' ? `*${name}` : style === 'keywords' ? `**${name}` : name;
}

/**
 * Whether a transaction or a call between contracts can carry a value of this type: the five plain ones, lists of them, structures.
 * A name that nobody knows counts as one that can: that it is not defined is another rule's affair.
 */
function carries(program: Program, module: Module, node: Expression, open: readonly ClassModel[]): boolean {
  switch (node.kind) {
    case 'String':
      return node.value === 'Address';
    case 'Name':
    case 'Attribute':
      return namedCarries(program, module, node, open);
    case 'Subscript':
      return subscriptCarries(program, module, node, open);
    default:
      return false;
  }
}

function subscriptCarries(
  program: Program,
  module: Module,
  node: Extract<Expression, { kind: 'Subscript' }>,
  open: readonly ClassModel[],
): boolean {
  const outer = dotted(node.value)?.split('.').at(-1);
  const inner = (each: Expression) => carries(program, module, each, open);
  if (outer === 'List' || outer === 'Optional') return inner(node.index);
  if (outer !== 'Union' || node.index.kind !== 'Tuple') return false;
  const kept = node.index.elements.filter((each) => !isNone(each));
  const [only] = kept;
  return kept.length === 1 && only !== undefined && inner(only);
}

function namedCarries(
  program: Program,
  module: Module,
  node: Expression,
  open: readonly ClassModel[],
): boolean {
  const name = dotted(node)?.split('.').at(-1) ?? '';
  const symbol = node.kind === 'Name' ? program.scopes.get(module)?.names.get(name) : undefined;
  if (symbol === undefined) return PLAIN.has(name) || !REFUSED.has(name);
  return symbolCarries(program, symbol, open);
}

function symbolCarries(program: Program, symbol: SymbolModel, open: readonly ClassModel[]): boolean {
  switch (symbol.kind) {
    case 'class':
      return symbol.cls.role === 'struct'
        ? structureCarries(program, symbol.cls, open)
        : symbol.cls.unknownBase;
    case 'platform':
      return PLAIN.has(symbol.name) || (!REFUSED.has(symbol.name) && symbol.name.startsWith('_'));
    case 'value':
      return (
        symbol.value === undefined ||
        open.length > MOST_FIELDS ||
        carries(program, symbol.module, symbol.value, open)
      );
    case 'outside':
      return !REFUSED.has(symbol.name ?? '');
    default:
      return false;
  }
}

/** A structure has at most sixteen fields, all of them such types, and does not hold itself. */
function structureCarries(program: Program, cls: ClassModel, open: readonly ClassModel[]): boolean {
  if (open.includes(cls)) return false;
  const fields = fieldsOf(cls);
  return (
    fields.length <= MOST_FIELDS &&
    fields.every(({ annotation }) => carries(program, cls.module, annotation, [...open, cls]))
  );
}

const fieldsOf = (cls: ClassModel): AnnotatedAssign[] =>
  cls.order.flatMap(({ node }) =>
    node.body.filter((statement): statement is AnnotatedAssign => statement.kind === 'AnnotatedAssign'),
  );

const isNone = (node: Expression): boolean => node.kind === 'Constant' && node.value === null;
