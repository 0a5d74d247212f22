import type { Frame, Step } from '../flow/steps.ts';
import { chainSourcesOf, type Chance } from './chance.ts';

/** A place in the source. */
type Site = Pick<Step, 'module' | 'node'>;

/**
 * Where what everybody knows comes in: a hash helper that is handed it, and reads nothing of the block by itself, has no fault of its own;
 * the call that hands it over has.
 */
export function entersAt({ step, made, sources }: Chance): Site {
  // What decides by itself is told where it decides.
  if (made === undefined) return step;
  let at: Site = made;
  for (let frame: Frame | undefined = made.frame; frame?.call !== undefined; frame = frame.caller) {
    const { values, keywords } = frame.given;
    // An object that was made of a seed is a generator of its own.
    const handed = [...values, ...keywords.values()].filter(
      ({ reference }) => reference?.kind !== 'instance',
    );
    const given = new Set(handed.flatMap(chainSourcesOf));
    if (sources.length === 0 || !sources.every((source) => given.has(source))) return at;
    at = frame.call;
  }
  return at;
}
