import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { hasOrigin, type StorageItem } from '../flow/values.ts';
import { believed } from './beliefs.ts';
import { Bounds, type Assumption } from './bounds.ts';
import { lastingFacts } from './lasting.ts';
import { larger, narrowed, widened, type Interval } from './interval.ts';

/** A write, and the entry point that does it. */
export interface Written {
  readonly flow: Flow;
  readonly step: StepOf<'write'>;
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
      const { item } = step.action;
      const writes = all.get(item);
      if (writes === undefined) all.set(item, [{ flow, step }]);
      else writes.push({ flow, step });
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
  return widened([...(installed ? [] : [{ low: 0n, high: 0n }]), ...writes.map(writtenInterval)]);
}

/** Between which numbers a write puts something. */
export function writtenInterval({ flow, step }: Written): Interval {
  const { value } = step.action;
  if (value === undefined) return { low: 0n, high: 0n };
  const interval = new Bounds(lastingFacts(flow, step), believed).intervalOf(value);
  // Who installs the contract picks what it can work with.
  return flow.entry.kind === 'install' && hasOrigin(value, 'parameter')
    ? { ...interval, low: larger(interval.low, 1n) }
    : interval;
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
