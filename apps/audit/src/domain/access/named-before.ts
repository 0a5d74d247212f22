import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { valuesOf, type Fact, type StorageItem, type Value } from '../flow/values.ts';
import { isContradictory } from '../numbers/contradictions.ts';
import { once } from '../once.ts';
import { isNaming } from './authorities.ts';

/** Where whoever likes names an account of the whole contract. */
interface Naming {
  readonly flow: Flow;
  readonly step: StepOf<'write'>;
}

/**
 * Whether whoever likes may still name the account of a place when this step is done. A receiver who can be named until the sale is closed,
 * and is paid behind its end, is fixed by then: what is to be mended is that anybody could name them (A01).
 */
export const canBeNamedAt = (contract: ContractModel, flow: Flow, step: Step, place: StorageItem): boolean =>
  namings(contract).some(
    (naming) =>
      naming.step.action.item === place &&
      !isContradictory([...statesAt(naming.flow, naming.step), ...statesAt(flow, step)]),
  );

const namings = once(({ flows }: ContractModel): readonly Naming[] =>
  flows.flatMap((flow) =>
    stepsOf(flow, 'write').flatMap((step) => (isNaming(flow, step) ? [{ flow, step }] : [])),
  ),
);

/** What is known of single values of the contract, which are the same in each method. */
const statesAt = (flow: Flow, step: Step): Fact[] =>
  factsAt(flow, step).filter((fact) => valuesOf(fact).every(isState));

const isState = ({ read, constant }: Value): boolean => constant !== undefined || read?.keys.length === 0;
