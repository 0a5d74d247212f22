import { SCENARIO_IDS, type ScenarioId } from '../scenario/ids.ts';
import { unknownScenario } from './errors.ts';
import type { Plan } from './plan.ts';

/** A plan with some of its scenarios, by a list such as `S4,S5`. Throws POOLBENCH_UNKNOWN_SCENARIO. */
export function onlyScenarios(plan: Plan, list: string | undefined): Plan {
  if (list === undefined) return plan;
  const scenarios = list.split(',').map((name) => idOf(name.trim().toUpperCase()));
  return { ...plan, scenarios };
}

function idOf(name: string): ScenarioId {
  const id = SCENARIO_IDS.find((one) => one === name);
  if (id === undefined) throw unknownScenario({ name });
  return id;
}
