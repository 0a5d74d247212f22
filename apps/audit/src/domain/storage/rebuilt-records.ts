import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import type { Value } from '../flow/values.ts';
import { once } from '../once.ts';
import { recordChanges } from './records.ts';

/**
 * Names under which something else is put into a record of JSON text than was read from there: of a dict that was changed, and of an
 * object that takes the record apart and puts it together again (`{'state': self.state, 'held': self.held}`).
 */
export const changedNames = (flow: Flow, write: StepOf<'write'>): readonly string[] | undefined =>
  recordChanges(flow).find((change) => change.write === write)?.names ?? rebuiltNames(flow).get(write);

const rebuiltNames = once(
  (flow: Flow): ReadonlyMap<StepOf<'write'>, readonly string[]> =>
    new Map(
      stepsOf(flow, 'write').flatMap((write) => {
        const names = namesIn(flow, write);
        return names === undefined ? [] : [[write, names] as const];
      }),
    ),
);

function namesIn(flow: Flow, write: StepOf<'write'>): readonly string[] | undefined {
  const { item, value } = write.action;
  const entries = [...(value?.entries ?? [])];
  const texts = stepsOf(flow, 'platform').filter(
    ({ action: { name, args } }) => name === 'json_loads' && args[0]?.read?.item === item,
  );
  const isKept = (name: string, { shape }: Value) =>
    texts.some(({ action }) => shape === `${action.result.shape}[string ${name}]`);
  const changed = entries.filter(
    ([name, entry]) => !isKept(name, entry) || isSetBefore(flow, write, name, entry),
  );
  // What keeps nothing of what was there is another record.
  return changed.length < entries.length ? changed.map(([name]) => name) : undefined;
}

/** An object's field, as its constructor was given it, has been set anew since then. */
const isSetBefore = (flow: Flow, write: Step, name: string, entry: Value): boolean =>
  stepsOf(flow, 'attribute').some(({ id, action: { name: field, of, value } }) => {
    if (id > write.id || field !== name || of.reference?.kind !== 'instance') return false;
    return of.reference.fields.get(name)?.shape === entry.shape && value.shape !== entry.shape;
  });
