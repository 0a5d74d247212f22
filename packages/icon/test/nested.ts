/** Lists within one another, as JSON.parse gives them; recursion could not build them. */
export function nested(levels: number): unknown {
  return JSON.parse(nestedText(levels));
}

/** The text of it. */
export function nestedText(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels);
}
