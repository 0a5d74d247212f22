import type { Printer } from './printer.ts';
import { access } from './printers/access.ts';
import { calls } from './printers/calls.ts';
import { entryPoints } from './printers/entry-points.ts';
import { events } from './printers/events.ts';
import { flow } from './printers/flow.ts';
import { inheritance } from './printers/inheritance.ts';
import { interfaces } from './printers/interfaces.ts';
import { storage } from './printers/storage.ts';

/** All printers, in the order in which an auditor would look. */
export const printers: readonly Printer[] = [
  entryPoints,
  access,
  flow,
  calls,
  storage,
  events,
  interfaces,
  inheritance,
];
