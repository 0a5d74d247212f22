/**
 * SQL as a value: text with holes, and the values that fill them. It touches no connection, so it can be built, joined,
 * printed and tested anywhere. Made by {@link sql} only, so no text from outside can become SQL.
 */
export class Sql {
  readonly #strings: readonly string[];
  readonly values: readonly unknown[];

  /** Used by {@link sql}: `strings` has one element more than `values`. */
  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.#strings = strings;
    this.values = values;
  }

  /** The text with `$1`, `$2`, … where the values go. */
  get text(): string {
    return this.fill((index) => `$${index + 1}`);
  }

  /** The text with every hole replaced by what `fill` returns for the index of its value. */
  fill(fill: (index: number) => string): string {
    return this.#strings.reduce((text, string, index) => text + fill(index - 1) + string);
  }

  /** The pieces between the holes, for splicing into other SQL. */
  get strings(): readonly string[] {
    return this.#strings;
  }
}

/**
 * Makes SQL of a template. A hole is a parameter; a hole that is SQL itself is spliced in, with its own parameters.
 *
 * ```ts
 * const at = sql`height = ${12}`;
 * sql`select hash from tracker.block where ${at} limit ${1}`.text; // … where height = $1 limit $2
 * ```
 *
 * @throws TypeError for an `undefined` hole: a missing value is a mistake, an absent one is `null`.
 */
export function sql(template: TemplateStringsArray, ...holes: readonly unknown[]): Sql {
  const strings = [template[0] ?? ''];
  const values: unknown[] = [];
  holes.forEach((hole, index) => {
    if (hole === undefined)
      throw new TypeError(`Hole ${index + 1} of sql\`${template.join('…')}\` is undefined.`);
    splice(strings, values, hole instanceof Sql ? hole : new Sql(['', ''], [hole]));
    append(strings, template[index + 1] ?? '');
  });
  return new Sql(strings, values);
}

/** No SQL at all: what an absent optional clause is. */
sql.empty = new Sql([''], []);

/** Joins pieces by a separator: ``sql.join(conditions, sql` and `)``. */
sql.join = (parts: readonly Sql[], separator: Sql): Sql => {
  const strings = [''];
  const values: unknown[] = [];
  parts.forEach((part, index) => {
    if (index > 0) splice(strings, values, separator);
    splice(strings, values, part);
  });
  return new Sql(strings, values);
};

/** A name as a quoted identifier; dots are part of the name, so a qualified name is joined of two. */
sql.identifier = (name: string): Sql => {
  if (name === '' || name.includes('\0')) throw new TypeError(`Not an identifier: ${JSON.stringify(name)}.`);
  return new Sql([`"${name.replaceAll('"', '""')}"`], []);
};

function splice(strings: string[], values: unknown[], inner: Sql): void {
  const [first = '', ...rest] = inner.strings;
  append(strings, first);
  strings.push(...rest);
  values.push(...inner.values);
}

function append(strings: string[], text: string): void {
  strings.push(`${strings.pop() ?? ''}${text}`);
}
