import { badArm } from './errors.ts';
import type { Arm } from './pool-adapter.ts';

/** The server shows no more than 63 bytes of a name, and a question mark for what is not printable ASCII. */
const SHOWN = /^[ -~]{1,63}$/;

/** Throws POOLBENCH_BAD_ARM for an arm that its driver cannot be. */
export function checkArm({ id, driver, keep, size, prepared, simple = false, rules = {} }: Arm): void {
  const refuse = (reason: string): never => {
    throw badArm({ arm: id, reason });
  };
  if (!SHOWN.test(id)) refuse('its id must be 1 to 63 characters of printable ASCII');
  if (!Number.isInteger(size) || size < 1) refuse(`its size is ${size}, not a whole number from 1 on`);
  if (simple && (driver !== 'pg' || prepared || keep === 'pipelined'))
    refuse('the simple protocol is measured with pg alone, which neither prepares nor pipelines in it');
  for (const [rule, value] of Object.entries(rules) as [string, number][]) {
    if (driver !== 'pg' || keep !== 'pool') refuse(`${rule} is a rule of the pool of pg, and it is none`);
    if (!Number.isFinite(value) || value <= 0) refuse(`${rule} is ${value}, not a number above 0`);
  }
}
