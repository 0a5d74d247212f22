/** What a scenario does on purpose, to the server or with the load. */
export const EVENT_KINDS = [
  'table-locked',
  'table-unlocked',
  'back-end-stopped',
  'back-end-continued',
  'back-ends-terminated',
  'server-restarting',
  'server-restarted',
  'crowd-gathered',
  'crowd-left',
  'burst',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
