import type { Module } from '../package/package.ts';
import type { FunctionModel, Program } from './program.ts';

/** A decorator of a function that stands there only as a comment: `# @only_owner` among the others, or right above them. */
export interface CommentedDecorator {
  readonly fn: FunctionModel;
  readonly name: string;
}

const DECORATOR = /^#+\s*@([A-Za-z_]\w*)(?:\(\))?\s*$/;

export function commentedDecorators({ functions, package: { modules } }: Program): CommentedDecorator[] {
  const commented = new Map(modules.map((module) => [module, commentsIn(module)]));
  return functions.flatMap((fn) => {
    const found = commented.get(fn.module) ?? [];
    if (found.length === 0) return [];
    const { lines } = fn.module;
    const def = lines.lineOf(fn.node.nameStart);
    const first = Math.min(def, ...fn.node.decorators.map(({ start }) => lines.lineOf(start)));
    const top = topOfComments(fn.module, first);
    return found
      .filter(({ line }) => line >= top && line < def)
      .map(({ name }): CommentedDecorator => ({ fn, name }));
  });
}

/** Comments that are a decorator, and their lines. */
const commentsIn = ({ comments, text, lines }: Module) =>
  comments.flatMap(({ start, end, alone }) => {
    const name = alone ? DECORATOR.exec(text.slice(start, end))?.[1] : undefined;
    return name === undefined ? [] : [{ line: lines.lineOf(start), name }];
  });

/** The first of the lines right above another that hold nothing but a comment, without a method that is one as a whole. */
function topOfComments({ lines }: Module, line: number): number {
  let top = line;
  while (top > 1 && /^\s*#(?!#*\s*def\b)/.test(lines.textOf(top - 1))) top -= 1;
  return top;
}
