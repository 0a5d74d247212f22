import { Lines } from '../../src/domain/python/lines.ts';
import type { ParsedModule } from '../../src/domain/python/parse.ts';
import type { Node } from '../../src/domain/python/tree.ts';
import { forEachChild } from '../../src/domain/python/walk.ts';

/** Our kinds under CPython's names; what is not here has the same name, or none of its own. */
const NAMES: Readonly<Record<string, string>> = {
  FString: 'JoinedStr',
  BinaryOperation: 'BinOp',
  UnaryOperation: 'UnaryOp',
  BooleanOperation: 'BoolOp',
  Conditional: 'IfExp',
  ListComprehension: 'ListComp',
  SetComprehension: 'SetComp',
  DictComprehension: 'DictComp',
  GeneratorExpression: 'GeneratorExp',
  NamedExpression: 'NamedExpr',
  FunctionDefinition: 'FunctionDef',
  ClassDefinition: 'ClassDef',
  AugmentedAssign: 'AugAssign',
  AnnotatedAssign: 'AnnAssign',
  ExpressionStatement: 'Expr',
  Parameter: 'arg',
  Keyword: 'keyword',
  Alias: 'alias',
  Handler: 'ExceptHandler',
};

const WITHOUT_PLACE = new Set(['Parameter', 'FunctionDefinition', 'ClassDefinition', 'GeneratorExpression']);
const WITHOUT_NODE = new Set(['Generator', 'WithItem', 'Branch']);

/** A tree as the sorted list of nodes that `dump_ast.py` makes of CPython's. */
export function canonical(parsed: ParsedModule): string[] {
  const lines = new Lines(parsed.text);
  const nodes: string[] = [];
  const at = (offset: number) => {
    const { line, column } = lines.positionOf(offset);
    return `${line}:${column}`;
  };
  const add = (node: Node, inside: boolean, start = node.start, end = node.end) => {
    const place = inside || WITHOUT_PLACE.has(node.kind) ? '' : ` ${at(start)}-${at(end)}`;
    nodes.push(`${nameOf(node)} ${detailOf(node)}`.trim() + place);
  };
  const visit = (node: Node, inside: boolean) => {
    if (node.kind === 'MatchCase') {
      nodes.push('match_case');
      for (const child of node.body) visit(child, inside);
      return;
    }
    if (!WITHOUT_NODE.has(node.kind) && !(inside && node.kind === 'String')) add(node, inside);
    if (node.kind === 'If')
      for (const branch of node.branches.slice(1)) nodes.push(`If ${at(branch.start)}-${at(node.end)}`);
    // The format of a field is a JoinedStr of its own, also where it is plain text.
    forEachChild(node, (child) => visit(child, inside || node.kind === 'FString'));
  };
  for (const statement of parsed.body) visit(statement, false);
  return nodes.toSorted((left, right) => (left < right ? -1 : left > right ? 1 : 0));
}

function nameOf(node: Node): string {
  if (node.kind === 'FunctionDefinition' && node.asynchronous) return 'AsyncFunctionDef';
  if ((node.kind === 'For' || node.kind === 'With') && node.asynchronous) return `Async${node.kind}`;
  if (node.kind === 'Yield' && node.from) return 'YieldFrom';
  return NAMES[node.kind] ?? node.kind;
}

function detailOf(node: Node): string {
  switch (node.kind) {
    case 'Name':
      return node.id;
    case 'Attribute':
    case 'FunctionDefinition':
    case 'ClassDefinition':
    case 'Parameter':
      return node.name;
    case 'Keyword':
      return node.name ?? '**';
    case 'Alias':
      return node.name + (node.as === undefined ? '' : ` as ${node.as}`);
    case 'ImportFrom':
      return '.'.repeat(node.level) + node.module;
    case 'Global':
    case 'Nonlocal':
      return node.names.join();
    case 'Handler':
      return node.name ?? '';
    case 'BinaryOperation':
    case 'UnaryOperation':
    case 'BooleanOperation':
    case 'AugmentedAssign':
      return node.operator;
    case 'Compare':
      return node.operators.join();
    case 'Number':
      return node.form === 'int' ? node.integer.toString() : node.form === 'float' ? 'float' : 'complex';
    case 'Bytes':
    case 'String':
      return String(Array.from(node.value).length);
    case 'Constant':
      return node.value === '...' ? 'Ellipsis' : node.value === null ? 'None' : node.value ? 'True' : 'False';
    default:
      return '';
  }
}
