import type { Statement } from '../python/tree.ts';
import type { FunctionModel } from './program.ts';

/** `pass`, `...`, a docstring. */
const doesNothing = (statement: Statement): boolean =>
  statement.kind === 'Pass' ||
  isDocstring(statement) ||
  (statement.kind === 'ExpressionStatement' && statement.value.kind === 'Constant');

/** Text that stands as a statement of its own, as the first of a function mostly. */
export const isDocstring = (statement: Statement): boolean =>
  statement.kind === 'ExpressionStatement' && statement.value.kind === 'String';

/** A function that is still to be written, or that another class fills. */
export const isStub = ({ node }: FunctionModel): boolean => node.body.every(doesNothing);
