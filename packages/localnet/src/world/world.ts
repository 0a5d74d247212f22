/** The state of a chain: texts by key. */
export interface World {
  get(key: string): string | null;
  /** @param value null to remove it */
  set(key: string, value: string | null): void;
}

/** Changes over a state below, which sees nothing of them until they are committed. */
export interface Layer extends World {
  readonly writes: ReadonlyMap<string, string | null>;
  /** Hands the changes down. What is done here later is new. */
  commit(): void;
}

/** A layer without changes. One that is dropped was never there. */
export function layerOver(below: World): Layer {
  const writes = new Map<string, string | null>();
  return {
    writes,
    get(key) {
      const value = writes.get(key);
      return value === undefined ? below.get(key) : value;
    },
    set: (key, value) => void writes.set(key, value),
    commit() {
      for (const [key, value] of writes) below.set(key, value);
      writes.clear();
    },
  };
}

/** A state that may be looked at, and not changed. */
export function readOnly(get: (key: string) => string | null): World {
  return {
    get,
    set(key) {
      throw new TypeError(`${key} was to be changed in a state that is past.`);
    },
  };
}
