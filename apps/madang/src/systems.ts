import { audit } from '@madang/audit';
import { poolbench } from '@madang/poolbench';
import type { Projection } from '@madang/indexer';
import type { System } from '@madang/system';
import { tracker, trackerProjection } from '@madang/tracker';

/** Every system of the house, in the order of the courtyard. */
export const systems: readonly System[] = [tracker, poolbench, audit];

/** What they keep of the chain; one engine writes all of it. */
export const projections: readonly Projection[] = [trackerProjection];
