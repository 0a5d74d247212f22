/** A list of numbers in 8 bytes each, which only grows. */
export interface Growing {
  readonly length: number;
  /** NaN beyond the end. */
  at(index: number): number;
  push(value: number): void;
}

export function createGrowing(): Growing {
  let values = new Float64Array(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    at: (index) => (index < length ? (values[index] ?? NaN) : NaN),
    push(value) {
      if (length === values.length) {
        const longer = new Float64Array(length * 2);
        longer.set(values);
        values = longer;
      }
      values[length] = value;
      length += 1;
    },
  };
}
