import type { Node } from './tree.ts';

/** Calls `visit` with each node right below this one, in the order of the text. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  const one = (child: Node | undefined) => {
    if (child !== undefined) visit(child);
  };
  const all = (children: readonly (Node | undefined)[]) => {
    for (const child of children) if (child !== undefined) visit(child);
  };
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
    case 'ImportFrom': {
      all(node.names);
      return;
    }
    case 'FString': {
      all(node.parts);
      return;
    }
    case 'FormattedValue':
      visit(node.value);
      {
        one(node.format);
        return;
      }
    case 'Attribute':
    case 'Await':
    case 'Starred':
    case 'Keyword':
    case 'ExpressionStatement': {
      visit(node.value);
      return;
    }
    case 'Yield':
    case 'Return': {
      one(node.value);
      return;
    }
    case 'Subscript':
      visit(node.value);
      {
        visit(node.index);
        return;
      }
    case 'Slice': {
      all([node.lower, node.upper, node.step]);
      return;
    }
    case 'Call':
      visit(node.callee);
      all(node.args);
      {
        all(node.keywords);
        return;
      }
    case 'BinaryOperation':
      visit(node.left);
      {
        visit(node.right);
        return;
      }
    case 'UnaryOperation': {
      visit(node.operand);
      return;
    }
    case 'BooleanOperation': {
      all(node.values);
      return;
    }
    case 'Compare':
      visit(node.left);
      {
        all(node.comparators);
        return;
      }
    case 'Conditional': {
      all([node.body, node.test, node.orelse]);
      return;
    }
    case 'Lambda':
      all(node.parameters);
      {
        visit(node.body);
        return;
      }
    case 'Tuple':
    case 'List':
    case 'Set': {
      all(node.elements);
      return;
    }
    case 'Dict':
      for (const [index, value] of node.values.entries()) {
        one(node.keys[index]);
        visit(value);
      }
      return;
    case 'ListComprehension':
    case 'SetComprehension':
    case 'GeneratorExpression':
      visit(node.element);
      {
        all(node.generators);
        return;
      }
    case 'DictComprehension':
      visit(node.key);
      visit(node.value);
      {
        all(node.generators);
        return;
      }
    case 'Generator':
      visit(node.target);
      visit(node.iterable);
      {
        all(node.conditions);
        return;
      }
    case 'NamedExpression':
      visit(node.target);
      {
        visit(node.value);
        return;
      }
    case 'Parameter': {
      all([node.annotation, node.default]);
      return;
    }
    case 'FunctionDefinition':
      all(node.decorators);
      all(node.parameters);
      one(node.returns);
      {
        all(node.body);
        return;
      }
    case 'ClassDefinition':
      all(node.decorators);
      all(node.bases);
      all(node.keywords);
      {
        all(node.body);
        return;
      }
    case 'Delete': {
      all(node.targets);
      return;
    }
    case 'Assign':
      all(node.targets);
      {
        visit(node.value);
        return;
      }
    case 'AugmentedAssign':
      visit(node.target);
      {
        visit(node.value);
        return;
      }
    case 'AnnotatedAssign': {
      all([node.target, node.annotation, node.value]);
      return;
    }
    case 'For':
      visit(node.target);
      visit(node.iterable);
      all(node.body);
      {
        all(node.orelse);
        return;
      }
    case 'While':
      visit(node.test);
      all(node.body);
      {
        all(node.orelse);
        return;
      }
    case 'If':
      all(node.branches);
      {
        all(node.orelse);
        return;
      }
    case 'Branch':
      visit(node.test);
      {
        all(node.body);
        return;
      }
    case 'With':
      all(node.items);
      {
        all(node.body);
        return;
      }
    case 'WithItem': {
      all([node.context, node.target]);
      return;
    }
    case 'Raise': {
      all([node.exception, node.cause]);
      return;
    }
    case 'Try':
      all(node.body);
      all(node.handlers);
      all(node.orelse);
      {
        all(node.last);
        return;
      }
    case 'Handler':
      one(node.type);
      {
        all(node.body);
        return;
      }
    case 'Assert': {
      all([node.test, node.message]);
      return;
    }
    case 'Match':
      visit(node.subject);
      {
        all(node.cases);
        return;
      }
    case 'MatchCase': {
      all([node.pattern, node.guard, ...node.body]);
      return;
    }
    case 'Broken': {
      all(node.body);
      return;
    }
  }
}

/** Visits a node and all below it; `visit` answers `false` to leave out what is below. */
export function walk(node: Node, visit: (node: Node) => unknown): void {
  if (visit(node) === false) return;
  forEachChild(node, (child) => walk(child, visit));
}
