import { stepsBefore, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import { storageOrigins, type Value } from '../flow/values.ts';
import { once } from '../once.ts';
import { givenTo } from './records.ts';

/** What is put into a record that is written as JSON text. */
export interface TextRecord {
  readonly write: StepOf<'write'>;
  /** Nothing of it was read from the place that it is written to. */
  readonly isNew: boolean;
  /** What is put in anew, by name: of a new record, all of it. */
  readonly puts: ReadonlyMap<string, Value>;
}

/** Records that a flow writes as text, made of a dict that is written out, or of the attributes of an object. */
export const textRecords = once((flow: Flow): readonly TextRecord[] =>
  stepsOf(flow, 'write').flatMap((write) => {
    const { item, value } = write.action;
    const record =
      value === undefined ? undefined : givenTo(flow, 'json_dumps', (result) => result === value);
    if (value === undefined || record?.entries === undefined) return [];
    const isNew = !storageOrigins(value).includes(item);
    const puts = [...record.entries].flatMap(([name, put]): [string, Value][] =>
      isAsRead(put, name) ? setAnew(flow, write, put).map((each) => [name, each]) : [[name, put]],
    );
    return [{ write, isNew, puts: new Map(puts) }];
  }),
);

/** `json_loads(text)['end']` under the name `end`. */
const isAsRead = ({ shape }: Value, name: string): boolean => shape.endsWith(`[string ${name}]`);

/** What an attribute was set to that held this when the object was made: `lease.end = end`. */
const setAnew = (flow: Flow, write: StepOf<'write'>, held: Value): Value[] =>
  stepsOf(flow, 'attribute').flatMap((step) => {
    const { how, name, of, value } = step.action;
    const { reference } = of;
    const isHeld =
      how === 'set' &&
      reference?.kind === 'instance' &&
      reference.fields.get(name)?.shape === held.shape &&
      value.shape !== held.shape;
    return isHeld && stepsBefore(write).has(step) ? [value] : [];
  });
