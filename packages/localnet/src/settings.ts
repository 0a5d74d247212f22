import { defineSettings, setting } from '@madang/config';

export const localnetSettings = defineSettings('localnet', {
  port: setting.integer({
    default: 0,
    min: 0,
    max: 65_535,
    doc: 'Port of the local node, on the loopback; 0 for any free one.',
  }),
  seed: setting.text({
    default: 'madang',
    doc: 'Makes the keys of the local chain, and all that happens on it.',
  }),
  interval: setting.integer({
    default: 2_000,
    min: 100,
    max: 200_000,
    unit: 'ms',
    doc: 'Time between blocks of the local chain.',
  }),
  rate: setting.number({
    default: null as number | null,
    min: 0,
    max: 10_000,
    unit: 'transactions/s',
    doc: "What comes by itself on the local chain; 0 for nothing, the scenario's (or 3) when not set.",
  }),
  scenario: setting.text({
    default: null as string | null,
    doc: 'YAML file that says what happens on the local chain; a bit of everything when not set.',
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
