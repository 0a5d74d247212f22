import type { VNode } from 'preact';
import { UntrustedText } from './text.tsx';

export interface FoldProps {
  readonly name: string;
  /** From anyone: shown, never believed. */
  readonly text: string;
  /** Characters shown at most; the whole is in the API's answer. */
  readonly max: number;
  readonly open?: boolean;
}

/** A longer text under its name, to be opened and shut: input data, source code. */
export function Fold({ name, text, max, open = false }: FoldProps): VNode {
  return (
    <details class="fold" open={open}>
      <summary>{name}</summary>
      {/* It scrolls, so the keyboard must get there. */}
      <pre tabIndex={0}>
        <UntrustedText text={text} max={max} />
      </pre>
    </details>
  );
}
