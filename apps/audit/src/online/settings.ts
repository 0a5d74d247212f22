import { defineSettings, setting } from '@madang/config';

/** What a check may cost that anybody can ask for. The verbs take no notice of it. */
export const auditSettings = defineSettings('audit', {
  checks: setting.integer({
    default: 1,
    min: 1,
    max: 16,
    unit: 'checks',
    doc: 'Contracts that each process of the web checks at once.',
  }),
  waiting: setting.integer({
    default: 4,
    min: 0,
    max: 100,
    unit: 'checks',
    doc: 'Contracts that may wait for that; more are asked to come back later.',
  }),
  checksPerMinute: setting.integer({
    default: 20,
    min: 1,
    max: 1000,
    unit: 'checks per minute',
    doc: 'Checks that each process of the web takes from one address; an address of IPv6 counts by its network of 64 bits.',
  }),
  checkSeconds: setting.integer({
    default: 30,
    min: 1,
    max: 600,
    unit: 's',
    doc: 'Longest time that the check of one contract may take.',
  }),
  checkMemory: setting.integer({
    default: 512,
    min: 64,
    max: 4096,
    unit: 'MB',
    doc: 'Most memory that the check of one contract may take.',
  }),
});
