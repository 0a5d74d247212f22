import type { Subject } from '../model/subject.ts';
import { everyFlow } from '../flow/every-flow.ts';
import { stepsOf } from '../flow/flow.ts';
import type { Value } from '../flow/values.ts';

/**
 * Whether a value is a container whose attribute is given something else elsewhere (S01): what an object holds there depends on what it
 * has run, and what follows from its being a container is that one mistake told again.
 */
export function reboundContainers(subject: Subject): (value: Value) => boolean {
  const names = new Set(
    everyFlow(subject).flatMap((flow) =>
      stepsOf(flow, 'attribute').flatMap(({ action }) =>
        action.how === 'set' && action.value.reference?.kind !== 'container' ? [action.name] : [],
      ),
    ),
  );
  return ({ reference }) => reference?.kind === 'container' && names.has(reference.item.name);
}
