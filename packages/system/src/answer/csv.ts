/** Rows of cells as CSV (RFC 4180), with lines that end in CR LF. */
export function toCsv(rows: readonly (readonly unknown[])[]): string {
  return rows.map((row) => `${row.map((value) => quoted(cell(value))).join(',')}\r\n`).join('');
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A value as one cell: nothing for null, JSON for what has an inside. Text that a spreadsheet would run as a formula (first
 * letter `=`, `+`, `-`, `@`, tab or a line break) gets an apostrophe before it, as OWASP advises; negative numbers stay.
 */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /^[=+\-@\t\r\n]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
