import type { Value } from './values.ts';

/** What reads as nothing, since nothing was written there: 0, an empty text, False, None. */
export const isUnset = ({ constant }: Value): boolean => UNSET.has(constant);

const UNSET: ReadonlySet<unknown> = new Set([0n, '', false, null]);
