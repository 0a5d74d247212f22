import { isStep, stepsAfter, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';

/** A way out by `break`, `return` or an exception, besides the test. */
export function hasExit(head: StepOf<'loop'>, body: readonly Step[]): boolean {
  const inside = new Set<Step>([head, ...body]);
  if (body.some(({ action }) => action.kind === 'raise')) return true;
  return [...stepsAfter(head)].some((step) => !inside.has(step) && isAfter(step, inside));
}

const isAfter = ({ previous, action }: Step, inside: ReadonlySet<Step>): boolean =>
  previous.some((before) => inside.has(before)) &&
  !(action.kind === 'way' && !action.outcome && previous.length === 0);

/** A way out besides the test of a loop that is not endless, at one of some steps of its body. */
export function hasOtherExit(
  head: StepOf<'loop'>,
  body: readonly Step[],
  among: readonly Step[] = body,
): boolean {
  const inside = new Set<Step>([head, ...body]);
  const test = testOf(head, body);
  const leaves = (step: Step) => step.next.some((next) => !inside.has(next));
  return among.some(
    (step) =>
      step.action.kind === 'raise' ||
      (leaves(step) && !isStep(step, 'way')) ||
      (isStep(step, 'way') && leaves(step) && step.node !== test?.node),
  );
}

/** Where the test of a `while` comes out, behind all that is asked on the way to it. */
export function testOf(
  { action, frame }: StepOf<'loop'>,
  body: readonly Step[],
): StepOf<'branch'> | undefined {
  const { node } = action.loop;
  return node.kind === 'While'
    ? body.find(
        (step): step is StepOf<'branch'> =>
          isStep(step, 'branch') && step.node === node.test && step.frame === frame,
      )
    : undefined;
}
