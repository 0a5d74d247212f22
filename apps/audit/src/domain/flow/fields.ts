import type { Value } from './values.ts';

/** Whether the names or numbers that are written out within two keys differ, as in `f'{id}:paid'` and `f'{id}:days'`: two fields of one thing. */
export function areOtherFields(ones: readonly Value[], others: readonly Value[]): boolean {
  const [one, other] = [namesIn(ones), namesIn(others)];
  return one !== '' && other !== '' && one !== other;
}

/** The names that are written out within keys. */
export const namesIn = (keys: readonly Value[]): string =>
  keys
    .flatMap(({ shape }) => shape.match(/(?:string|bigint) [^,()[\]]*/g) ?? [])
    // A sign between two parts is no name.
    .filter((text) => /[\p{Letter}\d]/u.test(text.slice('string '.length)))
    .toSorted()
    .join();
