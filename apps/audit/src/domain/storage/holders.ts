import type { ContractModel } from '../flow/flow.ts';
import type { StorageItem, Value } from '../flow/values.ts';

/** The attributes of a contract by which each place in storage is known, `helper.name` for those of objects that it holds. */
export function holdersOf({
  fields,
}: Pick<ContractModel, 'fields'>): ReadonlyMap<StorageItem, readonly string[]> {
  const holders = new Map<StorageItem, string[]>();
  collect(fields, '', new Set(), holders);
  return holders;
}

function collect(
  fields: ReadonlyMap<string, Value>,
  prefix: string,
  open: ReadonlySet<unknown>,
  holders: Map<StorageItem, string[]>,
): void {
  for (const [name, { reference }] of fields) {
    if (reference?.kind === 'container') {
      const known = holders.get(reference.item) ?? [];
      holders.set(reference.item, [...known, prefix + name]);
    } else if (reference?.kind === 'instance' && !open.has(reference.fields))
      collect(reference.fields, `${prefix}${name}.`, new Set([...open, reference.fields]), holders);
  }
}

/** Places that are opened by several attributes under one fixed name: what one of them writes, the others read. */
export function sharedKeys(contract: ContractModel): ReadonlyMap<StorageItem, readonly string[]> {
  const shared = [...holdersOf(contract)].filter(
    ([{ key }, names]) => names.length > 1 && !key.includes('{}'),
  );
  return new Map(shared);
}
