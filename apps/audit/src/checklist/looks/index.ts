import { absent, type Looker } from '../look.ts';
import { lookAtInnerCalls, lookAtParameters } from './calls.ts';
import { lookAtChance, lookAtDeterminism } from './chance.ts';
import { lookAtReflection } from './engine.ts';
import { lookAtImports, lookAtNetwork, lookAtSystemCalls } from './imports.ts';
import { lookAtConstructors, lookAtDeployment, lookAtEvents, lookAtParentCalls } from './lifecycle.ts';
import { lookAtEndings, lookAtLoops } from './loops.ts';
import { lookAtAmounts, lookAtPowers, lookAtSending } from './numbers.ts';
import { lookAtAttributes, lookAtOutgoing, lookAtSecrets, lookAtStorage } from './storage.ts';
import {
  lookAtFixed,
  lookAtMovements,
  lookAtParameterNames,
  lookAtStandard,
  lookAtTransferEvents,
} from './token.ts';

/** What there is to look at for each line of the checklist. */
export const lookers: ReadonlyMap<string, Looker> = new Map([
  ['CL-C01', lookAtLoops],
  ['CL-C02', lookAtEndings],
  ['CL-C03', lookAtImports],
  ['CL-C04', lookAtSystemCalls],
  ['CL-C05', lookAtNetwork],
  ['CL-C06', lookAtReflection],
  ['CL-C07', lookAtDeterminism],
  ['CL-C08', lookAtFixed],
  ['CL-C09', lookAtStandard],
  ['CL-C10', lookAtParameterNames],
  ['CL-C11', lookAtMovements],
  ['CL-C12', lookAtTransferEvents],
  ['CL-C13', lookAtEvents],
  ['CL-C14', lookAtParentCalls],
  ['CL-C15', lookAtDeployment],
  ['CL-C16', lookAtPowers],
  ['CL-C17', lookAtAttributes],
  ['CL-C18', lookAtStorage],
  ['CL-C19', lookAtConstructors],
  ['CL-C20', () => absent('The item was removed from the list.', '목록에서 삭제된 항목입니다.')],
  ['CL-W01', lookAtParameters],
  ['CL-W02', lookAtInnerCalls],
  ['CL-W03', lookAtChance],
  ['CL-W04', lookAtSending],
  ['CL-W05', lookAtAmounts],
  ['CL-W06', lookAtSecrets],
  ['CL-W07', lookAtOutgoing],
]);
