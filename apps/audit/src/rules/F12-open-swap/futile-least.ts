import { isReverted } from '../../domain/access/forks.ts';
import { LEAST } from '../../domain/access/swap.ts';
import { stepsOf, type Flow } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import type { Comparison } from '../../domain/flow/values.ts';
import { isNeverSo } from '../../domain/numbers/futile.ts';

/** A refusal of what is less than a least amount, which can never happen. */
export interface FutileLeast {
  readonly step: Step;
  readonly comparison: Comparison;
  /** By which the caller names the least amount. */
  readonly parameter: string;
}

/** `if out < min(least, out): revert(...)` */
export const futileLeasts = (flow: Flow): FutileLeast[] =>
  stepsOf(flow, 'way')
    .filter(isReverted)
    .flatMap((step) =>
      step.action.facts.flatMap((fact) => {
        const parameter = fact.kind === 'compare' ? leastIn(fact) : undefined;
        return fact.kind === 'compare' && parameter !== undefined && isNeverSo(fact)
          ? [{ step, comparison: fact, parameter }]
          : [];
      }),
    );

const leastIn = ({ left, right }: Comparison): string | undefined =>
  [...left.origins, ...right.origins].flatMap((origin) =>
    origin.kind === 'parameter' && LEAST.test(origin.name) ? [origin.name] : [],
  )[0];
