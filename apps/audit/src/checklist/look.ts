import type { Text } from '../catalogue/finding.ts';
import type { Where } from '../catalogue/rule.ts';
import type { Subject } from '../domain/model/subject.ts';

/** Something that there is to look at in a package, and where it stands. */
export interface Seen {
  readonly text: Text;
  readonly at: readonly Where[];
}

/** What a package holds of what a line of the checklist is about. */
export interface Look {
  /** Why the line does not apply; undefined where it does. */
  readonly absent?: Text | undefined;
  readonly seen: readonly Seen[];
  /** What no rule decides. */
  readonly open?: readonly Seen[];
}

export type Looker = (subject: Subject) => Look;

/** What is there when there is nothing of the kind. A duty then does not apply, and a prohibition is kept. */
export const nothing = (en: string, ko: string): Look => ({ seen: [{ text: { en, ko }, at: [] }] });

export const absent = (en: string, ko: string): Look => ({ absent: { en, ko }, seen: [] });

export const seen = (en: string, ko: string, at: readonly Where[] = []): Seen => ({ text: { en, ko }, at });

/** `1 loop`, `2 loops`. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;

/** Names of things as they stand in a sentence, each once, `longest` at most. */
export function listed(names: Iterable<string>, longest = 12): string {
  const all = [...new Set(names)];
  const shown = all.slice(0, longest).map((name) => `\`${name}\``);
  return all.length > longest ? `${shown.join(', ')}, … (${all.length})` : shown.join(', ');
}

/** Places, each once. */
export function places(all: Iterable<Where>): Where[] {
  const known = new Map<string, Where>();
  for (const each of all) {
    const key = `${each.module.path}:${each.node.start}:${each.node.end}`;
    if (!known.has(key)) known.set(key, each);
  }
  return [...known.values()];
}
