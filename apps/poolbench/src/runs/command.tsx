import { CopyButton } from '@madang/web';
import type { VNode } from 'preact';

/** A command line to type, and what it is good for. */
export function Command({ lead, line }: { lead: string; line: string }): VNode {
  return (
    <p>
      {lead} <code>{line}</code> <CopyButton text={line} />
    </p>
  );
}
