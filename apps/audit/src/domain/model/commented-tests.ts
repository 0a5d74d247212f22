import { once } from '../once.ts';
import type { FunctionModel } from './program.ts';

const TEST = /^#+\s*(?:if|assert|require)\b.*\bmsg\.sender\b/;

/** Whether a test of the sender stands in a function as a comment only: `# if self.msg.sender != self.owner:`. */
export const hasCommentedTest = once(({ module, node }: FunctionModel): boolean =>
  module.comments.some(
    ({ start, end, alone }) =>
      alone && start > node.start && end <= node.end && TEST.test(module.text.slice(start, end)),
  ),
);
