import { printable, printableLines } from '@madang/errors';
import type { VNode } from 'preact';

const LONGEST = 2000;

/** Text of any origin, in a line: what would hide, reorder or break it is shown as it is. */
export function Text({ text, lang }: { text: string; lang?: string | undefined }): VNode {
  return <bdi lang={lang}>{printable(text, LONGEST)}</bdi>;
}

/** Text of any origin that may have lines of its own, such as SQL. */
export function Lines({ text, label }: { text: string; label: string }): VNode {
  return (
    <pre tabIndex={0} role="group" aria-label={label}>
      {printableLines(text, LONGEST)}
    </pre>
  );
}
