import type { Node } from './tree.ts';

/** Calls `visit` with each node right below this one, in the order of the text. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  switch (node.kind) {
    case 'Name':
    case 'Number':
    case 'String':
    case 'Bytes':
    case 'Constant':
    case 'Alias':
    case 'Global':
    case 'Nonlocal':
    case 'Pass':
    case 'Break':
    case 'Continue':
      return;
    case 'Import':
    case 'ImportFrom':
      each(visit, node.names);
      return;
    case 'FString':
      each(visit, node.parts);
      return;
    case 'FormattedValue':
      visit(node.value);
      maybe(visit, node.format);
      return;
    case 'Attribute':
    case 'Await':
    case 'Starred':
    case 'Keyword':
    case 'ExpressionStatement':
      visit(node.value);
      return;
    case 'Yield':
    case 'Return':
      maybe(visit, node.value);
      return;
    case 'Subscript':
      visit(node.value);
      visit(node.index);
      return;
    case 'Slice':
      each(visit, [node.lower, node.upper, node.step]);
      return;
    case 'Call':
      visit(node.callee);
      each(visit, node.args);
      each(visit, node.keywords);
      return;
    case 'BinaryOperation':
      visit(node.left);
      visit(node.right);
      return;
    case 'UnaryOperation':
      visit(node.operand);
      return;
    case 'BooleanOperation':
      each(visit, node.values);
      return;
    case 'Compare':
      visit(node.left);
      each(visit, node.comparators);
      return;
    case 'Conditional':
      each(visit, [node.body, node.test, node.orelse]);
      return;
    case 'Lambda':
      each(visit, node.parameters);
      visit(node.body);
      return;
    case 'Tuple':
    case 'List':
    case 'Set':
      each(visit, node.elements);
      return;
    case 'Dict':
      for (const [index, value] of node.values.entries()) {
        maybe(visit, node.keys[index]);
        visit(value);
      }
      return;
    case 'ListComprehension':
    case 'SetComprehension':
    case 'GeneratorExpression':
      visit(node.element);
      each(visit, node.generators);
      return;
    case 'DictComprehension':
      visit(node.key);
      visit(node.value);
      each(visit, node.generators);
      return;
    case 'Generator':
      visit(node.target);
      visit(node.iterable);
      each(visit, node.conditions);
      return;
    case 'NamedExpression':
      visit(node.target);
      visit(node.value);
      return;
    case 'Parameter':
      each(visit, [node.annotation, node.default]);
      return;
    case 'FunctionDefinition':
      each(visit, node.decorators);
      each(visit, node.parameters);
      maybe(visit, node.returns);
      each(visit, node.body);
      return;
    case 'ClassDefinition':
      each(visit, node.decorators);
      each(visit, node.bases);
      each(visit, node.keywords);
      each(visit, node.body);
      return;
    case 'Delete':
      each(visit, node.targets);
      return;
    case 'Assign':
      each(visit, node.targets);
      visit(node.value);
      return;
    case 'AugmentedAssign':
      visit(node.target);
      visit(node.value);
      return;
    case 'AnnotatedAssign':
      each(visit, [node.target, node.annotation, node.value]);
      return;
    case 'For':
      visit(node.target);
      visit(node.iterable);
      each(visit, node.body);
      each(visit, node.orelse);
      return;
    case 'While':
      visit(node.test);
      each(visit, node.body);
      each(visit, node.orelse);
      return;
    case 'If':
      each(visit, node.branches);
      each(visit, node.orelse);
      return;
    case 'Branch':
      visit(node.test);
      each(visit, node.body);
      return;
    case 'With':
      each(visit, node.items);
      each(visit, node.body);
      return;
    case 'WithItem':
      each(visit, [node.context, node.target]);
      return;
    case 'Raise':
      each(visit, [node.exception, node.cause]);
      return;
    case 'Try':
      each(visit, node.body);
      each(visit, node.handlers);
      each(visit, node.orelse);
      each(visit, node.last);
      return;
    case 'Handler':
      maybe(visit, node.type);
      each(visit, node.body);
      return;
    case 'Assert':
      each(visit, [node.test, node.message]);
      return;
    case 'Match':
      visit(node.subject);
      each(visit, node.cases);
      return;
    case 'MatchCase':
      each(visit, [node.pattern, node.guard, ...node.body]);
      return;
    case 'Broken':
      each(visit, node.body);
      return;
  }
}

type Visit = (child: Node) => void;

function maybe(visit: Visit, child: Node | undefined): void {
  if (child !== undefined) visit(child);
}

function each(visit: Visit, children: readonly (Node | undefined)[]): void {
  for (const child of children) if (child !== undefined) visit(child);
}

/** Visits a node and all below it; `visit` answers `false` to leave out what is below. */
export function walk(node: Node, visit: (node: Node) => unknown): void {
  if (visit(node) === false) return;
  forEachChild(node, (child) => walk(child, visit));
}
