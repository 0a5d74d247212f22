import { isApiDecorator } from '../model/platform-decorators.ts';
import { Type, typeOfName } from '../model/types.ts';
import { held } from './held.ts';
import type { Reference, Value } from './values.ts';

/** A function, a method or a type itself that stands where what it gives was meant: `int`, `self._total.get`. */
export const isUncalled = ({ reference, choices, types, node }: Value): boolean =>
  reference !== undefined &&
  choices === undefined &&
  node.kind !== 'Call' &&
  (types & ~(Type.function | Type.type)) === 0 &&
  isCallable(reference);

/** What such a thing is, in a word. */
export const kindOfUncalled = ({ reference }: Value): 'type' | 'function' =>
  reference?.kind === 'class' || (reference?.kind === 'builtin' && typeOfName(reference.name) !== 0)
    ? 'type'
    : 'function';

/** All such things that a value is, or that a dict or list holds which is written out. */
export const uncalledIn = (value: Value): Value[] => held(value).filter(isUncalled);

function isCallable(reference: Reference): boolean {
  switch (reference.kind) {
    case 'builtin':
      return /^[a-z]/.test(reference.name);
    // What a decorator of somebody else's made of it may be anything.
    case 'function':
      return reference.fn.decorators.every(isApiDecorator);
    case 'class':
      return reference.cls.role === 'helper' || reference.cls.role === 'struct';
    case 'method':
      return reference.of.reference?.kind === 'container';
    case 'lambda':
    case 'contract method':
      return true;
    default:
      return false;
  }
}
