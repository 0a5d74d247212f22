import type { ComponentChildren, VNode } from 'preact';
import { Detail, type Fact } from './facts.tsx';

/** One thing of a list that a row has no room for. */
export interface Entry {
  readonly key: string | number;
  /** What it is, and where. */
  readonly head: ComponentChildren;
  readonly facts: readonly Fact[];
  /** Said in place of facts, or above them. */
  readonly note?: string | null;
}

/** Things one under another, each with a head and its own facts: logs, methods of a contract. */
export function Entries({ entries }: { entries: readonly Entry[] }): VNode {
  return (
    <ol class="entries">
      {entries.map(({ key, head, facts, note }) => (
        <li key={key}>
          <p class="entry-head">{head}</p>
          {note && <p class="muted">{note}</p>}
          {facts.length > 0 && <Detail rows={facts} />}
        </li>
      ))}
    </ol>
  );
}
