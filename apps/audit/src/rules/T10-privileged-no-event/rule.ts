import { defineRule, type Report } from '../../catalogue/rule.ts';
import { guardsAt, isAuthorised, type Guard } from '../../domain/access/authority.ts';
import { openWrites } from '../../domain/access/privileged.ts';
import { canReach, isStep, stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { itemsOfFlows } from '../../domain/flow/items-of-flows.ts';
import { hasOrigin, storageOrigins, type StorageItem } from '../../domain/flow/values.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'T10',
  name: 'privileged-no-event',
  severity: 'low',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const isOffice = (item: StorageItem) =>
        !openlyWritten(contract).has(item) && !partners(contract).has(item);
      for (const flow of contract.judged)
        if (flow.entry.kind === 'external') checkFlow(flow, isOffice, report);
    }
  },
});

function checkFlow(flow: Flow, isOffice: (item: StorageItem) => boolean, report: Report): void {
  const silent = stepsOf(flow, 'write').find(
    (write) =>
      !isOwn(write) &&
      guardsAt(flow, write).some((guard) => isPrivilege(guard, isOffice)) &&
      isSilent(flow, write),
  );
  if (silent === undefined) return;
  const { fn } = flow.entry;
  const at = {
    module: fn.module,
    node: { start: fn.node.nameStart, end: fn.node.nameStart + fn.name.length },
  };
  report(at, words.says.silent, { method: fn.name, item: silent.action.item.name });
}

/** What the caller keeps for itself, and what is only counted. */
const isOwn = ({ action: { keys, value, item } }: StepOf<'write'>): boolean =>
  keys.some((key) => hasOrigin(key, 'sender')) ||
  (value?.made !== undefined && storageOrigins(value).includes(item));

/**
 * Somebody was chosen who may come here: it is no record in which whoever likes puts themselves, and no contract that works together
 * with this one and tells it what has happened.
 */
const isPrivilege = (
  { kind, principal, inverted, against, fact }: Guard,
  isOffice: (item: StorageItem) => boolean,
): boolean =>
  kind === 'authority' &&
  principal === 'sender' &&
  !inverted &&
  (against.kind !== 'storage' || isOffice(against.item)) &&
  !(fact.kind === 'compare' && [fact.left, fact.right].some((side) => hasOrigin(side, 'call')));

/** Addresses of contracts that are called. */
const partners = itemsOfFlows((flow) =>
  stepsOf(flow, 'external').flatMap(({ action: { address } }) => storageOrigins(address)),
);

const openlyWritten = itemsOfFlows((flow) =>
  openWrites(flow).flatMap((write) => (isAuthorised(flow, write) ? [] : [write.action.item])),
);

/** An event on some of the ways through the method tells enough. */
function isSilent({ steps }: Flow, write: StepOf<'write'>): boolean {
  if (!steps.some((step) => isStep(step, 'event'))) return true;
  const isEvent = (step: Parameters<typeof isStep>[0]) => isStep(step, 'event');
  return (
    canReach(write, isEvent) === undefined &&
    !steps.some((step) => isEvent(step) && canReach(step, (after) => after === write) !== undefined)
  );
}
