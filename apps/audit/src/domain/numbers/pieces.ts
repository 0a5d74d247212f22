import { stepsOf, type Flow } from '../flow/flow.ts';
import type { Value } from '../flow/values.ts';
import type { Call, Expression, Node } from '../python/tree.ts';

/**
 * The number of pieces that a text is cut into at a separator: one at least, as even an empty text is one piece. Without a separator
 * `split` cuts at blanks, and of an empty text nothing is left.
 */
export const isCountOfPieces = (flow: Flow, count: Value): boolean =>
  stepsOf(flow, 'platform').some(
    ({ action: { name, args, result } }) =>
      name === 'len' &&
      result === count &&
      args[0] !== undefined &&
      isUntouched(args[0]) &&
      isOfPieces(args[0].node),
  );

/** Nothing was taken out of it since. */
const isUntouched = ({ grown }: Value): boolean => grown === undefined;

/** `text.split(',')`, or one entry for each of its pieces. */
function isOfPieces(node: Node): boolean {
  if (node.kind !== 'ListComprehension') return node.kind === 'Call' && isCutAt(node);
  const [only, ...more] = node.generators;
  return only !== undefined && more.length === 0 && only.conditions.length === 0 && isOfPieces(only.iterable);
}

function isCutAt({ callee, args, keywords }: Call): boolean {
  if (callee.kind !== 'Attribute' || (callee.name !== 'split' && callee.name !== 'rsplit')) return false;
  const separator = args[0] ?? keywords.find(({ name }) => name === 'sep')?.value;
  return separator !== undefined && !isNone(separator);
}

const isNone = (node: Expression): boolean => node.kind === 'Constant' && node.value === null;
