export { CodedError, defineError, raise } from './coded-error.ts';
export type { Details, ErrorKind, ErrorShape, Retry } from './coded-error.ts';
export { EXIT, exitCodeOf } from './exit-code.ts';
export { explain } from './explain.ts';
export { printable, printableLines, replaceUnprintable } from './printable.ts';
