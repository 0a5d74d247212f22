import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { StorageItem } from '../flow/values.ts';
import { believed } from './beliefs.ts';
import { Bounds, type Assumption } from './bounds.ts';
import { lastingFacts } from './lasting.ts';
import { narrowed, widened, type Interval } from './interval.ts';

/** A write, and what is known of the number that is written. */
export interface Written {
  readonly flow: Flow;
  readonly step: StepOf<'write'>;
  readonly interval: Interval;
}

const known = new WeakMap<ContractModel, ReadonlyMap<StorageItem, readonly Written[]>>();

/** All writes to one place in storage by any entry point of a contract. */
export function writesTo(contract: ContractModel, item: StorageItem): readonly Written[] {
  let writes = known.get(contract);
  if (writes === undefined) {
    writes = allWrites(contract);
    known.set(contract, writes);
  }
  return writes.get(item) ?? [];
}

function allWrites({ flows }: ContractModel): Map<StorageItem, Written[]> {
  const all = new Map<StorageItem, Written[]>();
  for (const flow of flows) {
    for (const step of stepsOf(flow, 'write')) {
      const { item, value } = step.action;
      const none = { low: 0n, high: 0n };
      const interval =
        value === undefined ? none : new Bounds(lastingFacts(flow, step), believed).intervalOf(value);
      const writes = all.get(item) ?? [];
      writes.push({ flow, step, interval });
      all.set(item, writes);
    }
  }
  return all;
}

/** Between which numbers what is stored lies, once the contract is installed. */
function storedInterval(contract: ContractModel, item: StorageItem): Interval {
  const intervals = intervalsIn.get(contract) ?? new Map<StorageItem, Interval>();
  intervalsIn.set(contract, intervals);
  const interval = intervals.get(item) ?? ofAllWrites(contract, item);
  intervals.set(item, interval);
  return interval;
}

const intervalsIn = new WeakMap<ContractModel, Map<StorageItem, Interval>>();

function ofAllWrites(contract: ContractModel, item: StorageItem): Interval {
  const writes = writesTo(contract, item);
  const installed = item.kind === 'VarDB' && writes.some(({ flow }) => flow.entry.kind === 'install');
  return widened([...(installed ? [] : [{ low: 0n, high: 0n }]), ...writes.map(({ interval }) => interval)]);
}

/** A stored number is one of those that are written: what its writers ask for may be taken for granted. */
export const inContract =
  (contract: ContractModel): Assumption =>
  (value) => {
    const plain = believed(value);
    if (value.read === undefined || !['get', 'item'].includes(value.read.how)) return plain;
    const stored = storedInterval(contract, value.read.item);
    return plain === undefined ? stored : narrowed(plain, stored);
  };
