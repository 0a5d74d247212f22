import type { StepOf } from '../flow/flow.ts';
import { valuesOf, type StorageItem } from '../flow/values.ts';

/** `while node != 0: node = next[node]`: what is asked is at first one thing, and then what stands under that. */
export function linksOf(turns: readonly StepOf<'way'>[]): StorageItem[] {
  const asked = turns.flatMap(({ action: { facts } }) => facts.flatMap(valuesOf));
  return asked.flatMap(({ choices = [] }) => {
    const shapes = new Set(choices.map(({ value }) => value.shape));
    return choices.flatMap(({ value: { read } }) =>
      read?.keys.some(({ shape }) => shapes.has(shape)) === true ? [read.item] : [],
    );
  });
}
