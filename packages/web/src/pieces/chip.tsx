import type { ComponentChildren, VNode } from 'preact';
import type { Tone } from './link.ts';

const SIGNS: Readonly<Record<Tone, string>> = { good: '✓', bad: '✕', warn: '!', plain: '●' };

/** A state: a sign and a word, `✓ 성공`. */
export function Chip({ tone, children }: { tone: Tone; children: ComponentChildren }): VNode {
  return (
    <span class={`chip ${tone}`}>
      <span aria-hidden="true">{SIGNS[tone]}</span> {children}
    </span>
  );
}
