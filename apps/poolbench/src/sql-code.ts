/** Strings of each kind, quoted names and comments: nothing in them is a keyword or a parameter. */
const NOT_CODE = new RegExp(
  [
    /--[^\n]*/,
    /\/\*[\s\S]*?\*\//,
    /\b[eE]'(?:[^'\\]|''|\\[\s\S])*'/,
    /'(?:[^']|'')*'/,
    /"(?:[^"]|"")*"/,
    /(?<![\w$])\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** A statement in lower case, without what is only quoted or said. */
export function codeOf(statement: string): string {
  return statement.replace(NOT_CODE, ' ').toLowerCase();
}

/** How many parameters a statement has: the highest of its `$1`, `$2`, … */
export function parametersIn(statement: string): number {
  return Math.max(0, ...Array.from(codeOf(statement).matchAll(/\$(\d+)/g), ([, number]) => Number(number)));
}

/** The statement with something else in the place of each of its parameters. @param replacement of `$number` */
export function mapParameters(statement: string, replacement: (number: number) => string): string {
  return mapCode(statement, (code) =>
    code.replaceAll(/\$(\d+)/g, (_, number) => replacement(Number(number))),
  );
}

/** The statement with its code changed, piece by piece; what is only quoted or said stays as it is. */
export function mapCode(statement: string, mapped: (code: string) => string): string {
  let result = '';
  let end = 0;
  for (const { 0: quoted, index } of statement.matchAll(NOT_CODE)) {
    result += mapped(statement.slice(end, index)) + quoted;
    end = index + quoted.length;
  }
  return result + mapped(statement.slice(end));
}
