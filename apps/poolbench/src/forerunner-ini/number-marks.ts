import { mapCode } from '../sql-code.ts';

/**
 * A statement whose `?` marks became `$1`, `$2`, …: parameters that the server gets apart from the text, where psycopg-test wrote
 * the values into it.
 */
export function numberMarks(statement: string): { readonly text: string; readonly marks: number } {
  let marks = 0;
  const text = mapCode(statement, (code) => code.replaceAll('?', () => `$${(marks += 1)}`));
  return { text: text.trim().replace(/;$/, ''), marks };
}
