/** One cell: quoted or not, and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/**
 * Reads CSV (RFC 4180; lines may end with LF). A cell without quotes and without content is null, as in PostgreSQL's COPY.
 *
 * @throws RangeError that names the character at which it is no CSV
 */
export function parseCsv(text: string): (string | null)[][] {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  for (CELL.lastIndex = 0; CELL.lastIndex < text.length || row.length > 0;) {
    const at = CELL.lastIndex;
    const match = CELL.exec(text);
    if (match === null) throw new RangeError(`no CSV from character ${at + 1} on`);
    const [, quoted, plain = '', end] = match;
    row.push(quoted?.replaceAll('""', '"') ?? (plain === '' ? null : plain));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
