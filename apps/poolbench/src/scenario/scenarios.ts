import type { ScenarioId } from './ids.ts';
import { anatomy } from './s1-anatomy.ts';
import { keeping } from './s2-keeping.ts';
import { sweep } from './s3-sweep.ts';
import { ladder } from './s4-ladder.ts';
import { stall } from './s5-stall.ts';
import { exhaustion } from './s6-exhaustion.ts';
import { churn } from './s7-churn.ts';
import { burst } from './s8-burst.ts';
import { pooler } from './s9-pooler.ts';
import { protocols } from './s10-protocols.ts';
import { drivers } from './s11-drivers.ts';
import { restart } from './s12-restart.ts';
import { soak } from './s13-soak.ts';
import { idle } from './s14-idle.ts';
import { same } from './s15-same.ts';
import type { Scenario } from './scenario.ts';

const SCENARIOS: readonly Scenario[] = [
  anatomy,
  keeping,
  sweep,
  ladder,
  stall,
  exhaustion,
  churn,
  burst,
  pooler,
  protocols,
  drivers,
  restart,
  soak,
  idle,
  same,
];

/** A scenario by its number. */
export function scenarioOf(id: ScenarioId): Scenario {
  const scenario = SCENARIOS.find((one) => one.id === id);
  if (scenario === undefined) throw new TypeError(`There is no scenario ${id}.`);
  return scenario;
}
