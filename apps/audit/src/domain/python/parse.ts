import type { SyntaxFault } from './faults.ts';
import { tokenize, type Comment } from './lexer.ts';
import { StatementParser } from './statements.ts';
import type { Statement } from './tree.ts';

/** A source read as a tree. With faults it is what could be read, and `Broken` stands where nothing could. */
export interface ParsedModule {
  readonly text: string;
  readonly body: readonly Statement[];
  readonly comments: readonly Comment[];
  /** In the order of their places. */
  readonly faults: readonly SyntaxFault[];
}

/** Reads Python 3.6 to 3.8, and notes what is newer. Never throws on any text. */
export function parseModule(text: string): ParsedModule {
  const tokens = tokenize(text);
  const faults: SyntaxFault[] = [];
  const body = new StatementParser(text, tokens, faults).module();
  return {
    text,
    body,
    comments: tokens.comments,
    faults: [...tokens.faults, ...faults].toSorted((left, right) => left.start - right.start),
  };
}
