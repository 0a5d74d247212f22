import type { SyntaxFault } from './faults.ts';
import { tokenize, type Comment, type Tokens } from './lexer.ts';
import { StatementParser } from './statements.ts';
import { T } from './token-kinds.ts';
import type { FunctionDefinition, Statement } from './tree.ts';

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
  return { text, ...parseTokens(text, tokenize(text)) };
}

function parseTokens(text: string, tokens: Tokens): Omit<ParsedModule, 'text'> {
  const faults: SyntaxFault[] = [];
  const body = new StatementParser(text, tokens, faults).module();
  return {
    body,
    comments: tokens.comments,
    faults: [...tokens.faults, ...faults].toSorted((left, right) => left.start - right.start),
  };
}

/** A function read by itself. */
export interface ParsedFunction extends Pick<ParsedModule, 'comments' | 'faults'> {
  readonly node: FunctionDefinition;
}

/**
 * Reads the one function that stands in some whole lines of a text, however far they are indented; undefined where there is more or
 * less than that.
 */
export function parseFunction(text: string, from: number, to: number): ParsedFunction | undefined {
  const tokens = tokenize(text, from, to);
  if (tokens.kinds[0] === T.Indent && !unindent(tokens)) return undefined;
  const parsed = parseTokens(text, tokens);
  const [node, ...others] = parsed.body;
  return node?.kind === 'FunctionDefinition' && others.length === 0 ? { ...parsed, node } : undefined;
}

/** Takes out the block around all lines: its beginning, and its end before the end of the text. False where some line leaves it. */
function unindent({ kinds, starts, ends }: Tokens): boolean {
  if (kinds.at(-2) !== T.Dedent) return false;
  for (const list of [kinds, starts, ends]) {
    list.shift();
    list.splice(-2, 1);
  }
  let depth = 0;
  return kinds.every((kind) => {
    if (kind === T.Indent) depth += 1;
    if (kind === T.Dedent) depth -= 1;
    return depth >= 0;
  });
}
