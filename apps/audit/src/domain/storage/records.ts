import { atFirst } from '../flow/either.ts';
import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { StorageItem, Value } from '../flow/values.ts';
import { once } from '../once.ts';

/** A record that is kept as JSON text: read, changed and written again. */
export interface RecordChange {
  readonly read: StepOf<'read'>;
  readonly write: StepOf<'write'>;
  /** Names under which something was put into it, where these are written. */
  readonly names: readonly string[] | undefined;
  /** What was put there. */
  readonly puts: ReadonlyMap<string, Value>;
}

/** Records that a flow reads out of a place in storage and writes back to it with something changed in them. */
export const recordChanges = once((flow: Flow): readonly RecordChange[] =>
  stepsOf(flow, 'write').flatMap((write) => {
    const { item, value } = write.action;
    const record =
      value === undefined ? undefined : givenTo(flow, 'json_dumps', (result) => result === value);
    const read = record === undefined ? undefined : readOf(flow, item, record);
    return read === undefined
      ? []
      : [{ read, write, names: namesIn(record), puts: record?.entries ?? nothingPut }];
  }),
);

const nothingPut: ReadonlyMap<string, Value> = new Map();

const namesIn = (record: Value | undefined): readonly string[] | undefined =>
  record?.entries === undefined || record.grown?.whole === true ? undefined : [...record.entries.keys()];

function readOf(flow: Flow, item: StorageItem, record: Value): StepOf<'read'> | undefined {
  if (record.grown === undefined) return undefined;
  const { shape } = atFirst(record);
  const text = givenTo(flow, 'json_loads', (result) => result.shape === shape);
  if (text?.read?.item !== item) return undefined;
  return stepsOf(flow, 'read').find(({ action }) => action.value === text);
}

/** What a function of the platform was given for one of its results. */
export const givenTo = (flow: Flow, name: string, isMeant: (result: Value) => boolean): Value | undefined =>
  stepsOf(flow, 'platform').find(({ action }) => action.name === name && isMeant(action.result))?.action
    .args[0];
