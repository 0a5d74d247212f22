"""Prints what CPython's ast makes of each file named on standard input: one line of JSON for each, a list of nodes, or null.

A node is "Kind detail start-end", the places as line:column in UTF-16 units. A peer for the parser's differential test.
"""
import ast
import json
import sys
import tokenize

OPERATORS = {
    ast.Add: '+', ast.Sub: '-', ast.Mult: '*', ast.Div: '/', ast.FloorDiv: '//', ast.Mod: '%', ast.MatMult: '@', ast.Pow: '**',
    ast.LShift: '<<', ast.RShift: '>>', ast.BitAnd: '&', ast.BitOr: '|', ast.BitXor: '^', ast.UAdd: '+', ast.USub: '-',
    ast.Invert: '~', ast.Not: 'not', ast.And: 'and', ast.Or: 'or', ast.Eq: '==', ast.NotEq: '!=', ast.Lt: '<', ast.LtE: '<=',
    ast.Gt: '>', ast.GtE: '>=', ast.In: 'in', ast.NotIn: 'not in', ast.Is: 'is', ast.IsNot: 'is not',
}
NO_PLACE = (ast.arg, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.GeneratorExp)


def constant(value):
    if isinstance(value, bool) or value is None or value is Ellipsis:
        return 'Constant', repr(value)
    if isinstance(value, int):
        return 'Number', str(value)
    if isinstance(value, (float, complex)):
        return 'Number', type(value).__name__
    if isinstance(value, bytes):
        return 'Bytes', str(len(value))
    return 'String', str(len(value.encode('utf-16-le', 'surrogatepass').decode('utf-16-le', 'replace')))


def describe(node):
    if isinstance(node, ast.Constant):
        return constant(node.value)
    detail = ''
    if isinstance(node, ast.Name):
        detail = node.id
    elif isinstance(node, ast.Attribute):
        detail = node.attr
    elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        detail = node.name
    elif isinstance(node, (ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.AugAssign)):
        detail = OPERATORS[type(node.op)]
    elif isinstance(node, ast.Compare):
        detail = ','.join(OPERATORS[type(op)] for op in node.ops)
    elif isinstance(node, ast.arg):
        detail = node.arg
    elif isinstance(node, ast.keyword):
        detail = node.arg or '**'
    elif isinstance(node, ast.alias):
        detail = node.name + (' as ' + node.asname if node.asname else '')
    elif isinstance(node, ast.ImportFrom):
        detail = '.' * node.level + (node.module or '')
    elif isinstance(node, (ast.Global, ast.Nonlocal)):
        detail = ','.join(node.names)
    elif isinstance(node, ast.ExceptHandler):
        detail = node.name or ''
    return 'Try' if type(node).__name__ == 'TryStar' else type(node).__name__, detail


class Columns:
    """Turns byte offsets within a line into UTF-16 units."""

    def __init__(self, source):
        self.lines = source.splitlines(keepends=True) if '\x0c' not in source else ast._splitlines_no_ff(source)

    def at(self, line, column):
        text = self.lines[line - 1] if line <= len(self.lines) else ''
        if not text.isascii():
            column = len(text.encode('utf-8', 'surrogatepass')[:column].decode('utf-8', 'replace').encode('utf-16-le', 'surrogatepass')) // 2
        return '%d:%d' % (line, column)


def dump(source):
    tree = ast.parse(source)
    columns = Columns(source)
    nodes = []

    def visit(node, inside):
        if isinstance(node, (ast.expr_context, ast.operator, ast.cmpop, ast.boolop, ast.unaryop)):
            return
        if isinstance(node, ast.match_case):
            nodes.append('match_case')
            for child in node.body:
                visit(child, inside)
            return
        kind, detail = describe(node)
        if hasattr(node, 'lineno'):
            place = ''
            if not inside and not isinstance(node, NO_PLACE):
                place = ' ' + columns.at(node.lineno, node.col_offset) + '-' + columns.at(node.end_lineno, node.end_col_offset)
            # Parts of an f-string and literals that are joined to one come out differently from version to version.
            if not (inside and kind == 'String'):
                nodes.append((kind + ' ' + detail).strip() + place)
        for child in ast.iter_child_nodes(node):
            visit(child, inside or isinstance(node, ast.JoinedStr))

    for statement in tree.body:
        visit(statement, False)
    return sorted(nodes)


for name in sys.stdin:
    with open(name.rstrip('\n'), 'rb') as file:
        try:
            encoding, _ = tokenize.detect_encoding(file.readline)
            file.seek(0)
            text = file.read().decode(encoding)
            print(json.dumps(dump(text)))
        except (SyntaxError, ValueError, RecursionError):
            print('null')
