import type { LoopBound } from './steps.ts';
import type { Value } from './values.ts';

/** What decides how often a loop over this runs. */
export function boundOf(over: Value): LoopBound {
  if (over.reference?.kind === 'generator') return generatorBound(over);
  if (over.reference?.kind === 'container') return { kind: 'storage', item: over.reference.item };
  if (over.read !== undefined && over.reference === undefined)
    return { kind: 'storage', item: over.read.item };
  if (over.reference?.kind === 'builtin' && over.reference.name === 'range')
    return rangeBound(over.items ?? []);
  if (over.items !== undefined) return { kind: 'fixed' };
  return { kind: 'value', value: over };
}

/** A loop of the generator itself, where it has one. */
function generatorBound({ items, read }: Value): LoopBound {
  if (items !== undefined) return { kind: 'fixed' };
  return read === undefined ? { kind: 'test' } : { kind: 'storage', item: read.item };
}

function rangeBound(args: readonly Value[]): LoopBound {
  const [start, stop] = args.length < 2 ? [undefined, args[0]] : args;
  if (stop === undefined) return { kind: 'test' };
  // range(a, a + 50) runs fifty times whatever a is.
  const { made } = stop;
  if (start !== undefined && made?.operator === '+' && made.left.shape === start.shape)
    return countBound(made.right);
  return countBound(stop);
}

function countBound(count: Value): LoopBound {
  if (typeof count.constant === 'bigint') return { kind: 'fixed' };
  if (count.reference?.kind === 'builtin' && count.reference.name === 'min') {
    const bounds = (count.items ?? []).map(countBound);
    return bounds.find(({ kind }) => kind === 'fixed') ?? bounds[0] ?? { kind: 'value', value: count };
  }
  if (count.read?.how === 'length') return { kind: 'storage', item: count.read.item };
  return { kind: 'value', value: count };
}
