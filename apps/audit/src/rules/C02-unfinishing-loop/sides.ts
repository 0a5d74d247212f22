import type { Flow } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf, type Comparison } from '../../domain/flow/values.ts';
import { nameOf } from '../../domain/numbers/naming.ts';

/** Both sides of the comparison that a loop tests, as they stand in the source. */
export function sidesOf(
  flow: Flow,
  head: Step,
  { left, right, node }: Comparison,
): readonly [left: string, right: string] {
  const [first, second] =
    node.kind === 'Compare' && node.comparators.length === 1 ? [node.left, node.comparators[0]] : [];
  return [
    first === undefined ? nameOf(flow, head, left) : sourceOf(head.module, first),
    second === undefined ? nameOf(flow, head, right) : sourceOf(head.module, second),
  ];
}
