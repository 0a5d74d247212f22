import { printable } from '@madang/errors';

/** Text of the contract under audit in Markdown: as code, which nothing in it can leave. */
export function code(text: string): string {
  const safe = printable(text, 200);
  const longest = Math.max(0, ...[...safe.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${safe}${fence}` : `${fence} ${safe} ${fence}`;
}

/** A sentence that may hold pieces of the contract: nothing in it is read as Markdown or HTML. */
export const plain = (text: string): string =>
  printable(text, 1000).replace(/[\\`*_{}[\]()<>#+\-.!|~&:]/g, (character) => `\\${character}`);
