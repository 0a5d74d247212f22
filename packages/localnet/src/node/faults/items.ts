import { isObject, type JsonObject } from '@madang/icon';

/**
 * Something that goes wrong with what an answer says, while it is JSON-RPC all the same. `item` is a place in a batch,
 * from 0 (also when none is named); the answer to a single request counts as a batch of one.
 */
export type ItemFault =
  /** The items of a batch in another order, as the protocol allows. */
  | { readonly kind: 'reverse' }
  /** One item of a batch left out. */
  | { readonly kind: 'drop'; readonly item: number }
  /** One item of a batch twice. */
  | { readonly kind: 'duplicate'; readonly item: number }
  /** The results of two items exchanged under their ids: each transaction gets the other's receipt. */
  | { readonly kind: 'swap'; readonly items: readonly [number, number] }
  /** An error in place of a result. */
  | { readonly kind: 'error'; readonly item?: number; readonly code: number; readonly message: string }
  /** Other JSON text in place of a result, or of one member of it: numbers of any size, lists of any depth. */
  | { readonly kind: 'replace'; readonly item?: number; readonly member?: string; readonly json: string }
  /** A block whose first transaction stands in it once more, at the end. */
  | { readonly kind: 'repeatTransaction'; readonly item?: number };

/** One answer of a batch. Its outcome stays text, so that it can be what no JavaScript value is. */
interface Item {
  readonly id: unknown;
  /** `"result":…` or `"error":…`. */
  readonly outcome: string;
}

/** The body of an answer as it becomes with the fault. */
export function spoilItems(body: string, fault: ItemFault): string {
  const json = JSON.parse(body) as JsonObject | readonly JsonObject[];
  if (Array.isArray(json)) return `[${changed(json.map(read), fault).map(write).join(',')}]\n`;
  const [only] = changed([read(json as JsonObject)], fault);
  return only === undefined ? body : `${write(only)}\n`;
}

function changed(items: readonly Item[], fault: ItemFault): readonly Item[] {
  switch (fault.kind) {
    case 'reverse':
      return items.toReversed();
    case 'drop':
      return items.toSpliced(fault.item, 1);
    case 'duplicate':
      return [...items, ...items.slice(fault.item, fault.item + 1)];
    case 'swap':
      return swapped(items, fault.items);
    case 'error':
      return outcomeChanged(items, fault.item, () => errorText(fault.code, fault.message));
    case 'replace':
      return outcomeChanged(items, fault.item, (outcome) => replaced(outcome, fault.member, fault.json));
    case 'repeatTransaction':
      return outcomeChanged(items, fault.item, transactionRepeated);
  }
}

function swapped(items: readonly Item[], [a, b]: readonly [number, number]): readonly Item[] {
  const [first, second] = [items[a], items[b]];
  if (first === undefined || second === undefined) return items;
  return items.with(a, { ...first, outcome: second.outcome }).with(b, { ...second, outcome: first.outcome });
}

function outcomeChanged(
  items: readonly Item[],
  place: number | undefined = 0,
  change: (outcome: string) => string,
): readonly Item[] {
  return items.map((item, i) => (i === place ? { ...item, outcome: change(item.outcome) } : item));
}

const errorText = (code: number, message: string) => `"error":${JSON.stringify({ code, message })}`;

function replaced(outcome: string, member: string | undefined, json: string): string {
  if (member === undefined) return `"result":${json}`;
  const result = resultOf(outcome);
  if (!isObject(result)) return outcome;
  const members = Object.entries({ ...result, [member]: null }).map(
    ([name, value]) => `${JSON.stringify(name)}:${name === member ? json : JSON.stringify(value)}`,
  );
  return `"result":{${members.join(',')}}`;
}

function transactionRepeated(outcome: string): string {
  const block = resultOf(outcome);
  const list = isObject(block) ? block['confirmed_transaction_list'] : undefined;
  if (!isObject(block) || !Array.isArray(list)) return outcome;
  const repeated = [...(list as unknown[]), ...(list as unknown[]).slice(0, 1)];
  return `"result":${JSON.stringify({ ...block, confirmed_transaction_list: repeated })}`;
}

function resultOf(outcome: string): unknown {
  return (JSON.parse(`{${outcome}}`) as { readonly result?: unknown }).result;
}

function read({ id, result, error }: JsonObject): Item {
  const outcome = error === undefined ? { result } : { error };
  return { id, outcome: JSON.stringify(outcome).slice(1, -1) };
}

function write({ id, outcome }: Item): string {
  return `{"jsonrpc":"2.0",${outcome},"id":${JSON.stringify(id)}}`;
}
