import type { ContractModel, Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { callersAt, type CallerKind } from './callers.ts';

/**
 * Nobody comes here but the owner or an account that the contract keeps by itself: they do it by hand, and know how much is too much.
 * Another contract does it as often as it is used, and of many chosen accounts nobody knows how many they will be.
 */
export const isByHand = (contract: ContractModel, flow: Flow, step: Step): boolean =>
  callersAt(contract, flow, step).every(
    ({ kind, item }) => HANDS.has(kind) && (item === undefined || item.kind === 'VarDB'),
  );

/** As `isByHand`, of what the caller brings at once: here it does not matter how many are chosen. */
export const isBroughtByHand = (contract: ContractModel, flow: Flow, step: Step): boolean =>
  callersAt(contract, flow, step).every(({ kind }) => HANDS.has(kind));

const HANDS: ReadonlySet<CallerKind> = new Set(['owner', 'stored', 'constant', 'own address']);
