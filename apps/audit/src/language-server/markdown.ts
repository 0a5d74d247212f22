import { printable } from '@madang/errors';

/** Text of the contract under audit in Markdown: as code, which nothing in it can leave. */
export function code(text: string): string {
  const safe = printable(text, 200);
  const longest = Math.max(0, ...[...safe.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${safe}${fence}` : `${fence} ${safe} ${fence}`;
}

/** Code in a sentence, words, and what Markdown would read: single characters, and what makes a link of an address. */
const PIECES = /`[^`]+`|[\p{L}\p{N}_]+|[\\`*[\]<>~|&@]|(?<=www)\.|:(?=\/\/)/giu;
const BLOCK_BEGINS = /^(\d*)([-+#=.)])/;

/**
 * A sentence that may hold pieces of the contract: nothing in it is read as Markdown or HTML, but that names with an underscore
 * at an end, and what stands between backticks, become code. The rest is left as it is: some editors show the backslashes.
 */
export const plain = (text: string): string =>
  printable(text, 1000).trimStart().replace(PIECES, piece).replace(BLOCK_BEGINS, '$1\\$2');

function piece(text: string): string {
  if (text.length > 1 && text.startsWith('`')) return code(text.slice(1, -1));
  // Between letters an underscore is a letter; at an end it could begin or end something.
  if (/^[\p{L}\p{N}_]/u.test(text)) return /^_|_$/.test(text) ? code(text) : text;
  return `\\${text}`;
}
