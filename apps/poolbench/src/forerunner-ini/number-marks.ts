/** Strings of each kind, quoted names and comments: a question mark in them is none. */
const NOT_CODE = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"/;

/**
 * A statement whose `?` marks became `$1`, `$2`, …: parameters that the server gets apart from the text, where psycopg-test wrote
 * the values into it.
 */
export function numberMarks(statement: string): { readonly text: string; readonly marks: number } {
  let marks = 0;
  const text = statement.replace(new RegExp(`${NOT_CODE.source}|\\?`, 'g'), (found) => {
    if (found !== '?') return found;
    marks += 1;
    return `$${marks}`;
  });
  return { text: text.trim().replace(/;$/, ''), marks };
}
