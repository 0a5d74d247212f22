import { isStep, stepsOf, type Flow, type StepOf } from './flow.ts';
import type { Step } from './steps.ts';

/** Functions of the platform by which a contract changes something outside its database. */
const CHANGING: ReadonlySet<string> = new Set([
  'deploy',
  'set_fee_sharing_proportion',
  'icx.transfer',
  'icx.send',
  'call',
]);
/** Methods that, on a thing of which nothing is known, may well write storage. */
const MAY_WRITE: ReadonlySet<string> = new Set([
  '.set',
  '.put',
  '.pop',
  '.remove',
  '.update',
  '.append',
  '.add',
  '.transfer',
  '.mint',
  '.burn',
]);

/** Whether an entry point may leave a trace: in storage, in the log, in another contract, or in the memory of a node. */
export const mayChange = (flow: Flow): boolean => flow.cut || flow.entry.payable || flow.steps.some(changes);

function changes(step: Step): boolean {
  switch (step.action.kind) {
    case 'write':
    case 'event':
    case 'transfer':
    case 'external':
      return true;
    case 'attribute':
      return (
        step.action.of.reference?.kind === 'instance' && step.action.of.reference.cls.role === 'contract'
      );
    case 'platform':
      return (
        CHANGING.has(step.action.name) ||
        (MAY_WRITE.has(step.action.name) && step.action.args[0]?.types === 0)
      );
    default:
      return false;
  }
}

/** Returns of the entry point itself, and not of what it calls, that give something. */
export function resultsOf(flow: Flow): StepOf<'return'>[] {
  return stepsOf(flow, 'return').filter(
    (step) =>
      isStep(step, 'return') &&
      step.frame.fn === flow.entry.fn &&
      step.action.value !== undefined &&
      step.action.value.constant !== null,
  );
}
