/** What can be wrong with a source, before it can be read as a tree. */
export type FaultCode =
  | 'not-utf-8'
  | 'unknown-coding'
  | 'null-character'
  | 'unexpected'
  | 'unexpected-end'
  | 'unexpected-character'
  | 'unterminated-string'
  | 'never-closed'
  | 'closed-by'
  | 'never-opened'
  | 'bad-number'
  | 'unexpected-indent'
  | 'expected-block'
  | 'unindent'
  | 'tabs-and-spaces'
  | 'too-deep'
  | 'bad-target'
  | 'bad-argument'
  | 'bad-parameter'
  | 'bad-f-string'
  | 'mixed-bytes'
  | 'python-2'
  | 'newer-syntax';

/** One fault and where it is: offsets in UTF-16 units, from `start` up to but not including `end`. */
export interface SyntaxFault {
  readonly code: FaultCode;
  /** The text, name or version that the fault is about. */
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

/** A file with so many faults is no Python: of those of the lexer no more are kept, and the parser reads no further. */
export const MOST_FAULTS = 10_000;

/** Thrown by the parser to leave a statement; caught where statements are read one after another, and never seen outside. */
export class Unreadable extends Error {
  readonly fault: SyntaxFault;
  constructor(fault: SyntaxFault) {
    super(fault.code);
    this.fault = fault;
  }
}
