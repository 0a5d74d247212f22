import type { Statement } from '../python/tree.ts';
import type { FunctionModel } from './program.ts';

/** `pass`, `...`, a docstring. */
const doesNothing = (statement: Statement): boolean =>
  statement.kind === 'Pass' ||
  (statement.kind === 'ExpressionStatement' &&
    (statement.value.kind === 'String' || statement.value.kind === 'Constant'));

/** A function that is still to be written, or that another class fills. */
export const isStub = ({ node }: FunctionModel): boolean => node.body.every(doesNothing);
