import { defineSettings, setting } from '@madang/config';

export const localnetSettings = defineSettings('localnet', {
  port: setting.integer({
    default: 0,
    min: 0,
    max: 65_535,
    doc: 'Port of the local node, on the loopback; 0 for any free one.',
  }),
  blocksPerSecond: setting.number({
    default: 2,
    min: 0,
    max: 100_000,
    unit: 'blocks/s',
    doc: 'Pace at which a recording releases its blocks; 0 for all at once.',
  }),
  startHeight: setting.integer({
    default: null as number | null,
    min: 0,
    max: 1_000_000_000,
    doc: 'Height that a recording begins with; six tenths of it when not set.',
  }),
});
