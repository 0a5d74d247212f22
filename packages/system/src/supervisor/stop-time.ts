import type { Role } from '../roles/role.ts';

const STOP_SECONDS = 15;

/** How long the orderly end of a role may take. What it does is written in transactions, so it may be ended after that. */
export function stopTimeMs({ stopSeconds = STOP_SECONDS }: Role): number {
  return stopSeconds * 1000;
}
