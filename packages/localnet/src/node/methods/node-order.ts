import type { JsonObject } from '@madang/icon';

/** Members by name, as the node writes those of a transaction. */
export function inNodeOrder(members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
}
