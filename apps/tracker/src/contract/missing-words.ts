import type { Reason } from './source.schema.ts';

/** The words for each reason why no source can be shown. */
export const MISSING_WORDS = {
  system: 'missingSystem',
  genesis: 'missingGenesis',
  java: 'missingJava',
  undeployed: 'missingUndeployed',
  unsent: 'missingUnsent',
  other: 'missingOther',
  refused: 'missingRefused',
} as const satisfies Record<Reason, string>;
