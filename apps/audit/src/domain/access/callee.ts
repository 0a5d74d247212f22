import { isStep, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, type Value } from '../flow/values.ts';
import { findMethod } from '../model/program.ts';

/** A step by which the contract reaches out of itself. */
export type Outgoing = StepOf<'external'> | StepOf<'transfer'>;

export const isOutgoing = (step: Step): step is Outgoing =>
  isStep(step, 'external') || isStep(step, 'transfer');

/** Who is called: the system, a fixed address, one that is stored, who calls, or whom the caller names. */
export type Trust = 'system' | 'fixed' | 'stored' | 'caller' | 'named by caller' | 'unknown';

export function addressOf(step: Outgoing): Value {
  return step.action.kind === 'transfer' ? step.action.to : step.action.address;
}

export function trustOf(step: Outgoing): Trust {
  const address = addressOf(step);
  if (isSystem(address)) return 'system';
  if (hasOrigin(address, 'parameter')) return 'named by caller';
  if (hasOrigin(address, 'sender', 'tx origin')) return 'caller';
  if (hasOrigin(address, 'owner', 'storage')) return storedByCaller(step, address) ? 'caller' : 'stored';
  if (hasOrigin(address, 'call', 'argument', 'json')) return 'unknown';
  return address.origins.size === 0 && address.types !== 0 ? 'fixed' : 'unknown';
}

/** ICX goes to whoever stands in a list or a record; only a single stored address was set by somebody who may. */
function storedByCaller(step: Outgoing, address: Value): boolean {
  if (step.action.kind !== 'transfer' || !hasOrigin(address, 'storage')) return false;
  return address.read?.item.kind !== 'VarDB';
}

const SYSTEM = /(?:ZERO_SCORE_ADDRESS|SYSTEM_SCORE_ADDRESS|GOVERNANCE_SCORE_ADDRESS)$|cx0{39}[01]\b/;

const isSystem = ({ shape }: Value): boolean => SYSTEM.test(shape);

/** A call that can only ask: the interface says what it answers, and that is all there is of it by name and type. */
export function isQuestion(step: Outgoing): boolean {
  if (step.action.kind !== 'external' || step.action.cls === undefined) return false;
  const declared = findMethod(step.action.cls, step.action.method);
  if (declared === undefined) return false;
  const { returns } = declared.node;
  return (
    returns !== undefined &&
    !(returns.kind === 'Constant' && returns.value === null) &&
    step.action.result.types !== 0
  );
}

/** Whether the callee, or whoever it tells, can run code of theirs that calls back. */
export function takesOver(step: Outgoing): boolean {
  const trust = trustOf(step);
  if (trust === 'system') return false;
  const isOwn = trust === 'stored' || trust === 'fixed' || trust === 'unknown';
  return !(
    isOwn &&
    (isQuestion(step) ||
      (step.action.kind === 'external' && ASKS.test(step.action.method) && step.action.sent === undefined))
  );
}

/** Names of methods that read, where no interface says so. */
const ASKS =
  /^_?(?:get|is|has|balance|total|name|symbol|decimals|price|check|available|staked|owner|allowance)(?:$|[A-Z_]|Of)/;

/** A token that is moved to somebody runs the `tokenFallback` of whoever gets it. */
export const isHandOver = (step: Outgoing): boolean =>
  step.action.kind === 'external' &&
  /^(?:transfer|safeTransfer|transferFrom|mint|send)/i.test(step.action.method);
