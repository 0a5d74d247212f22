import { printable } from '@madang/errors';
import type { VNode } from 'preact';
import type { Stretch } from '../../catalogue/finding.ts';

const LONGEST = 2000;

/** Text of any origin in one line: what would hide, reorder or break it is shown as it is. */
export const lineOf = (text: string): string => printable(text, LONGEST);

/** A sentence, in which names stand between backticks. */
export function Sentence({ text }: { text: string }): VNode {
  const parts = lineOf(text).split(/`([^`]+)`/);
  return <bdi>{parts.map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</bdi>;
}

/** File and line of a place. */
export function PlaceOf({ at: { file, start } }: { at: Stretch }): VNode {
  return (
    <code class="place">
      <bdi>{lineOf(file)}</bdi>:{start.line}
    </code>
  );
}
