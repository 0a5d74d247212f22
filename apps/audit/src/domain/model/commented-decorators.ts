import type { Module } from '../package/package.ts';
import type { FunctionModel, Program } from './program.ts';

/** A decorator of a function that stands there only as a comment: `# @only_owner` among the others, or right above them. */
export interface CommentedDecorator {
  readonly fn: FunctionModel;
  readonly name: string;
}

const DECORATOR = /^#+\s*@([A-Za-z_]\w*)(?:\(\))?\s*$/;

export function commentedDecorators({ functions, package: { modules } }: Program): CommentedDecorator[] {
  const commented = new Set(modules.filter(hasCommentedDecorator));
  return functions.flatMap((fn) => {
    if (!commented.has(fn.module)) return [];
    const { module, node } = fn;
    const { lines, comments } = module;
    const def = lines.lineOf(node.nameStart);
    const first = Math.min(def, ...node.decorators.map(({ start }) => lines.lineOf(start)));
    const top = topOfComments(module, first);
    return comments.flatMap(({ start, end, alone }) => {
      const line = lines.lineOf(start);
      if (!alone || line < top || line >= def) return [];
      const name = DECORATOR.exec(module.text.slice(start, end))?.[1];
      return name === undefined ? [] : [{ fn, name }];
    });
  });
}

const hasCommentedDecorator = ({ comments, text }: Module): boolean =>
  comments.some(({ start, end, alone }) => alone && DECORATOR.test(text.slice(start, end)));

/** The first of the lines right above another that hold nothing but a comment, without a method that is one as a whole. */
function topOfComments({ lines }: Module, line: number): number {
  let top = line;
  while (top > 1 && /^\s*#(?!#*\s*def\b)/.test(lines.textOf(top - 1))) top -= 1;
  return top;
}
