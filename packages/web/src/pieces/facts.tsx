import type { ComponentChildren, VNode } from 'preact';
import type { Tone } from './link.ts';

export interface Fact {
  readonly label: string;
  readonly value: ComponentChildren;
  readonly tone?: Tone;
}

/** A row of labelled numbers; at most six. */
export function Facts({ facts }: { facts: readonly Fact[] }): VNode {
  return (
    <dl class="facts">
      {facts.map(({ label, value, tone }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class={tone}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** All that is known of one thing: label left, value right; on a phone label above value. */
export function Detail({ rows }: { rows: readonly Fact[] }): VNode {
  return (
    <dl class="detail">
      {rows.map(({ label, value, tone }, at) => (
        // Labels may be a contract's words, and twice the same.
        <div key={at}>
          <dt>{label}</dt>
          <dd class={tone}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
