import type { FunctionModel } from './program.ts';

/** A body that says nothing yet: `pass`, `...`, a text. */
export const isStub = ({ node }: FunctionModel): boolean =>
  node.body.every(
    (statement) =>
      statement.kind === 'Pass' ||
      (statement.kind === 'ExpressionStatement' &&
        (statement.value.kind === 'String' ||
          (statement.value.kind === 'Constant' && statement.value.value === '...'))),
  );
