import type { Report } from '../../catalogue/rule.ts';
import type { Flow, StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf, type Fact } from '../../domain/flow/values.ts';
import { hasOtherExit } from '../../domain/loops/exits.ts';
import { swingOfExits, swingOfRounds, type Swing } from '../../domain/loops/swings.ts';
import { words } from './words.ts';

/** Tells of an endless loop that is left only when an iteration stands still; whether it did. */
export const tellSwingingInside = (
  flow: Flow,
  head: StepOf<'loop'>,
  body: readonly Step[],
  report: Report,
): boolean => tell(head, swingOfExits(flow, head, body), report);

/** Tells of a loop that goes on until an iteration stands still; whether it did. */
export const tellSwinging = (
  head: StepOf<'loop'>,
  rounds: readonly (readonly Fact[])[],
  body: readonly Step[],
  report: Report,
): boolean => !hasOtherExit(head, body) && tell(head, swingOfRounds(rounds), report);

function tell(head: StepOf<'loop'>, swing: Swing | undefined, report: Report): boolean {
  if (swing === undefined) return false;
  report(
    head,
    words.says.swinging,
    { after: sourceOf(head.module, swing.after.node) },
    { confidence: 'medium' },
  );
  return true;
}
