/** A kind of thing that can be found. */
export interface SearchKind {
  /** As the answer names it. */
  readonly name: string;
  /** In the language of the page. */
  readonly label: string;
  /** Address of one of them, but for its id, which follows. */
  readonly href: string;
}

/** One thing found, as the answer gives it. Title and detail may hold text from outside. */
export interface FoundItem {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly detail: string | null;
}

/** A thing found and the address of its page. */
export interface Suggestion {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly detail: string | null;
  /** Its place among all that are suggested, from 0. */
  readonly index: number;
}

/** What was found of one kind. */
export interface SuggestionGroup {
  readonly name: string;
  readonly label: string;
  readonly suggestions: readonly Suggestion[];
}

/**
 * What was found, by kind: kinds in the order of their best item, items of each best first. A kind that the box was not told
 * of leads nowhere and is left out.
 */
export function groupByKind(
  items: readonly FoundItem[],
  kinds: readonly SearchKind[],
): readonly SuggestionGroup[] {
  const names = [...new Set(items.map(({ kind }) => kind))];
  let index = 0;
  return names.flatMap((name) => {
    const kind = kinds.find((known) => known.name === name);
    if (kind === undefined) return [];
    const suggestions = items
      .filter((item) => item.kind === name)
      .map(({ id, title, detail }) => ({
        id,
        href: kind.href + encodeURIComponent(id),
        title,
        detail,
        index: index++,
      }));
    return [{ name, label: kind.label, suggestions }];
  });
}

/** Which suggestion is the active one after an arrow key; null is the field itself, before the first and after the last. */
export function moveActive(active: number | null, by: 1 | -1, count: number): number | null {
  // Positions 0 … count, of which the last is the field.
  const places = count + 1;
  const next = ((active ?? count) + by + places) % places;
  return next === count ? null : next;
}
