import { findAbove, type ClassModel, type FunctionModel, type Program } from './program.ts';

/** A method of a class, and the one of its name that stands above it. */
export interface Override {
  readonly fn: FunctionModel;
  readonly above: FunctionModel;
}

/** Methods of a class that take the place of those of its bases, in the order of the source; `__init__` is left out. */
export function overridesOf(cls: ClassModel): Override[] {
  return [...cls.methods.values()]
    .filter(({ name }) => name !== '__init__')
    .toSorted((left, right) => left.node.start - right.node.start)
    .flatMap((fn) => {
      const above = findAbove(cls, cls, fn.name);
      return above === undefined ? [] : [{ fn, above }];
    });
}

/** Whether a class below has a method of that name, too. */
export const isOverridden = ({ classes }: Program, { owner, name }: FunctionModel): boolean =>
  owner !== undefined &&
  classes.some((cls) => cls !== owner && cls.order.includes(owner) && cls.methods.has(name));
