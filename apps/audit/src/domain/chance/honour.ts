import type { ContractModel, Flow } from '../flow/flow.ts';
import type { Chance } from './chance.ts';
import { hasStakes } from './stakes.ts';
import { drawsFromList, namesPlayer } from './winners.ts';

/** Nothing of value passes through the contract, and nobody becomes a winner who may get something elsewhere. */
export const isForHonour = (contract: ContractModel, flow: Flow, { step }: Chance): boolean =>
  !hasStakes(contract) && !namesPlayer(flow, step) && !drawsFromList(flow, step);
