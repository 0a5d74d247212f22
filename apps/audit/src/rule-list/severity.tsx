import type { VNode } from 'preact';
import type { Severity as Value } from '../catalogue/finding.ts';

/** A severity: its word, in its colour. */
export function Severity({ value, label }: { value: Value; label: string }): VNode {
  return <span class={`rule-severity ${value}`}>{label}</span>;
}
