import { piecesOf, type StringPiece } from '../python/string-pieces.ts';
import { localNames } from './locals.ts';
import type { Program } from './program.ts';
import type { Found, TreeFacts } from './tree-facts.ts';

/** A literal without `f` that names something in braces which is known where it stands. */
export interface PlainPlaceholder {
  readonly found: Found;
  readonly piece: StringPiece;
  /** The first name in braces. */
  readonly name: string;
  /** Nothing else stands in braces. */
  readonly isOnly: boolean;
}

/** Methods that make something of braces or of a part of a text. */
const TEMPLATE_METHODS: ReadonlySet<string> = new Set([
  'format',
  'format_map',
  'replace',
  'split',
  'startswith',
  'endswith',
  'find',
  'count',
  'strip',
  'index',
]);

export function plainPlaceholders(program: Program, facts: TreeFacts): PlainPlaceholder[] {
  return [...facts.of('String'), ...facts.of('FString')].flatMap((found) => {
    if (found.fn === undefined || found.parent?.node.kind === 'FString' || isTemplate(facts, found))
      return [];
    return piecesOf(found.module.text, found.node).flatMap((piece) => placeholderIn(program, found, piece));
  });
}

function placeholderIn(program: Program, found: Found, piece: StringPiece): PlainPlaceholder[] {
  if (/[fb]/.test(piece.prefix)) return [];
  const names = [
    ...piece.content.matchAll(
      /(?<!\{)\{([A-Za-z_]\w*)((?:\.\w+|\[\w+\])*(?:\(\))?)(?:![rsa])?(?::[^{}]*)?\}(?!\})/g,
    ),
  ];
  const known = names.filter(([, root = '']) => isKnown(program, found, root));
  const [first] = known;
  if (first === undefined || isPassedBy(found, first[1] ?? '')) return [];
  const braces = piece.content.split('{').length - 1;
  return [{ found, piece, name: `${first[1] ?? ''}${first[2] ?? ''}`, isOnly: braces === known.length }];
}

/** A variable of the function or of one around it, or a value of the module. Functions and builtins are seldom meant. */
function isKnown(program: Program, { fn, module }: Found, name: string): boolean {
  for (let around = fn; around !== undefined; around = around.outer)
    if (localNames(around.node).has(name)) return true;
  return program.scopes.get(module)?.names.get(name)?.kind === 'value';
}

/** `fill('{count} books', count=count)`: the callee puts it in. */
function isPassedBy({ node, parent }: Found, name: string): boolean {
  return (
    parent?.node.kind === 'Call' &&
    parent.node.args.some((each) => each === node) &&
    parent.node.keywords.some((keyword) => keyword.name === name)
  );
}

/** Text that stays as it is: a docstring, a part of another text, or a template that is filled in. */
function isTemplate(facts: TreeFacts, found: Found): boolean {
  const { parent, node } = found;
  switch (parent?.node.kind) {
    case 'ExpressionStatement':
    case 'Compare':
      return true;
    case 'Attribute':
      return TEMPLATE_METHODS.has(parent.node.name);
    case 'Call':
      return parent.node.callee.kind === 'Attribute' && TEMPLATE_METHODS.has(parent.node.callee.name);
    case 'BinaryOperation':
      return parent.node.operator === '%' ? parent.node.left === node : isTemplate(facts, parent);
    case 'Assign': {
      const [target] = parent.node.targets;
      return target?.kind === 'Name' && isFilledIn(facts, parent, target.id);
    }
    default:
      return false;
  }
}

/** A variable whose text is filled in later. */
function isFilledIn(facts: TreeFacts, around: Found, name: string): boolean {
  return facts.beside(around, 'Attribute').some(({ node }) => {
    return node.value.kind === 'Name' && node.value.id === name && TEMPLATE_METHODS.has(node.name);
  });
}
