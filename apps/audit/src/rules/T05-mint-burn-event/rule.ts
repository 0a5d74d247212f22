import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { stepsOf, type Flow } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { stepsOnWaysWithout } from '../../domain/flow/ways.ts';
import type { Node } from '../../domain/python/tree.ts';
import { isFungible, movingFlows, tokenOf, type Token } from '../../domain/token/token.ts';
import { isMintOrBurn, isTransferEvent } from '../../domain/token/transfers.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'T05',
  name: 'mint-burn-event',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C11'],
  words,
  check({ contracts, program }, report) {
    const isLibrary = program.package.manifest.state === 'absent';
    for (const contract of contracts) {
      const token = tokenOf(contract);
      const told = new Set<Node>();
      if (!isFungible(token)) continue;
      // What an installation shares with minting is told as minting.
      const flows = movingFlows(contract).toSorted((a, b) => Number(isInstall(a)) - Number(isInstall(b)));
      for (const flow of flows)
        checkFlow(token, flow, { told, weight: isLibrary || !isUnused(flow) ? {} : ONLY_SAID }, report);
    }
  },
});

const isInstall = ({ entry }: Flow): boolean => entry.kind === 'install';

/** Nothing in a package calls it; in a library whoever takes it over does. */
const isUnused = ({ entry }: Flow): boolean => entry.kind === 'unreached';

const ONLY_SAID: Detail = { severity: 'info' };

interface Telling {
  readonly told: Set<Node>;
  readonly weight: Detail;
}

function checkFlow({ supply }: Token, flow: Flow, { told, weight }: Telling, report: Report): void {
  const quiet = stepsOnWaysWithout(flow, isMintOrBurn);
  const silent = stepsOf(flow, 'write').find(
    (step) => step.action.item === supply && !told.has(step.node) && quiet.has(step),
  );
  if (silent === undefined || (isInstall(flow) && silent.action.value?.constant === 0n)) return;
  told.add(silent.node);
  const given = { item: silent.action.item.name, method: flow.entry.fn.name };
  if (isInstall(flow)) report(silent, words.says.install, given, { severity: 'low' });
  else {
    const isMisnamed = flow.steps.some(isTransferEvent) && !flow.steps.some(isMintOrBurn);
    if (isMisnamed) report(eventBeside(flow, silent) ?? silent, words.says.notZero, given, weight);
    else report(silent, words.says.none, given, weight);
  }
}

/** The Transfer that is meant for a change of the supply: of the same function the next one after it, or the last before. */
function eventBeside(flow: Flow, { id, frame }: Step): Step | undefined {
  const events = flow.steps.filter((step) => isTransferEvent(step) && step.frame === frame);
  return events.find((event) => event.id > id) ?? events.at(-1);
}
