import { printable } from '@madang/errors';

const LONGEST = 2000;

/**
 * Text of any origin as one line of Markdown that reads as it is. Names between backticks are code, and so is what code hosts would make
 * a call for a person or a link to an issue.
 */
export const prose = (text: string): string =>
  printable(text, LONGEST)
    .split(/(`[^`]+`|@[\w.-]+|#\d+)/)
    .map((part, index, { length }) => {
      if (index % 2 === 1) return code(part.replace(/^`(.*)`$/s, '$1'));
      // Two codes side by side would be read as one.
      return part === '' && index > 0 && index < length - 1 ? ' ' : escaped(part);
    })
    .join('');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '|': '&#124;' };

/** What Markdown or HTML would take for its own, and what would make an address or a formula. */
const escaped = (text: string): string =>
  text.replace(/[&<>|\\`*_[\]#~$]|:(?=\/\/)|(?<=www)\./gi, (sign) => ENTITIES[sign] ?? `\\${sign}`);

/** A name or a place as code. A bar would end the cell of a table, whatever stands before it, so there it is written as HTML. */
export function code(text: string): string {
  const line = printable(text, LONGEST);
  if (line.includes('|')) return `<code>${escaped(line)}</code>`;
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = /^`|`$|^ .* $/s.test(line) ? ' ' : '';
  return line === '' ? '' : `${fence}${pad}${line}${pad}${fence}`;
}

/** Lines of source in a fence that none of them can close. */
export function fenced(lines: readonly string[], language: string): string {
  const safe = lines.map((line) => printable(line, LONGEST));
  const fence = '`'.repeat(Math.max(3, ...safe.map((line) => longestRun(line) + 1)));
  return [`${fence}${language}`, ...safe, fence].join('\n');
}

const longestRun = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));

/** A row of a table. */
export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
