import { atFirst } from '../flow/either.ts';
import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Value } from '../flow/values.ts';

/** A record that is kept as JSON text: read, changed and written again. */
export interface RecordChange {
  readonly read: StepOf<'read'>;
  readonly write: StepOf<'write'>;
}

/** Records that a flow reads out of a place in storage and writes back to it with something changed in them. */
export function recordChanges(flow: Flow): RecordChange[] {
  return stepsOf(flow, 'write').flatMap((write) => {
    const read = readOf(flow, write);
    return read === undefined ? [] : [{ read, write }];
  });
}

function readOf(flow: Flow, { action: { item, value } }: StepOf<'write'>): StepOf<'read'> | undefined {
  const record = value === undefined ? undefined : givenTo(flow, 'json_dumps', (result) => result === value);
  if (record?.grown === undefined) return undefined;
  const { shape } = atFirst(record);
  const text = givenTo(flow, 'json_loads', (result) => result.shape === shape);
  if (text?.read?.item !== item) return undefined;
  return stepsOf(flow, 'read').find(({ action }) => action.value === text);
}

/** What a function of the platform was given for one of its results. */
const givenTo = (flow: Flow, name: string, isMeant: (result: Value) => boolean): Value | undefined =>
  stepsOf(flow, 'platform').find(({ action }) => action.name === name && isMeant(action.result))?.action
    .args[0];
