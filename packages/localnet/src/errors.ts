import { defineError, printable } from '@madang/errors';

/** A folder or file of a recording is not there. */
export const recordingMissing = defineError<{ path: string; reason: string }>({
  code: 'LOCALNET_RECORDING_MISSING',
  status: 404,
  retry: 'never',
  message: ({ path, reason }) =>
    `No recording can be read at ${path} (${reason}). A recording is a folder with blocks.ndjson.gz, receipts.ndjson.gz and state.json.`,
});

/** A file of a recording is damaged or does not fit the others. */
export const recordingCorrupt = defineError<{ path: string; line?: number; reason: string }>({
  code: 'LOCALNET_RECORDING_CORRUPT',
  status: 422,
  retry: 'never',
  message: ({ path, line, reason }) =>
    `The recording is damaged at ${path}${line === undefined ? '' : ` line ${line}`}: ${reason}. Copy it again from its origin.`,
});

/** A recording without a single block. */
export const recordingEmpty = defineError<{ path: string }>({
  code: 'LOCALNET_RECORDING_EMPTY',
  status: 422,
  retry: 'never',
  message: ({ path }) => `The recording has no blocks (${path} is empty). Copy it again from its origin.`,
});

/** The replay cannot listen where it should: the port is taken, not allowed, or not of this machine. */
export const cannotListen = defineError<{ host: string; port: number; reason: string }>({
  code: 'LOCALNET_CANNOT_LISTEN',
  status: 409,
  retry: 'never',
  message: ({ host, port, reason }) =>
    `The replay cannot listen on port ${port} of ${host} (${reason}). Choose another port, or 0 for any free one.`,
});

/** A setting of the replay makes no sense. */
export const replaySetting = defineError<{ name: string; value: unknown; expected: string }>({
  code: 'LOCALNET_SETTING_INVALID',
  status: 400,
  retry: 'never',
  message: ({ name, value, expected }) => `${name} is ${String(value)}, but must be ${expected}.`,
});

/** A recording is to be written where something is already. */
export const alreadyRecorded = defineError<{ path: string }>({
  code: 'LOCALNET_RECORDED_ALREADY',
  status: 409,
  retry: 'never',
  message: ({ path }) => `There is something at ${path} already. Name a folder that is not there yet.`,
});

/** A node that has thrown its first blocks away cannot be recorded. */
export const cannotRecordPruned = defineError<{ url: string; earliest: number }>({
  code: 'LOCALNET_NODE_PRUNED',
  status: 409,
  retry: 'never',
  message: ({ url, earliest }) =>
    `The node at ${url} has blocks from height ${earliest} on only, and a recording begins with the genesis. Ask a node that keeps all of them.`,
});

/** A scenario file is not there, or is no YAML. */
export const scenarioUnreadable = defineError<{ file: string; reason: string }>({
  code: 'LOCALNET_SCENARIO_UNREADABLE',
  status: 404,
  retry: 'never',
  message: ({ file, reason }) =>
    `No scenario can be read at ${printable(file)} (${printable(reason.split('\n')[0] ?? '', 200)}). Examples are in packages/localnet/scenarios.`,
});

/** A scenario file says something that makes no sense. */
export const scenarioInvalid = defineError<{
  file: string;
  field: string;
  value: unknown;
  expected: string;
}>({
  code: 'LOCALNET_SCENARIO_INVALID',
  status: 400,
  retry: 'never',
  message: ({ file, field, value, expected }) =>
    `${printable(field, 100)} in ${printable(file)} is ${shown(value)}, but must be ${expected}.`,
});

/** A fault that was asked for is none that there is. */
export const faultUsage = defineError<{ fault: string; expected: string }>({
  code: 'LOCALNET_FAULT_USAGE',
  status: 400,
  retry: 'never',
  message: ({ fault, expected }) => `The fault "${printable(fault, 100)}" must be ${expected}.`,
});

/** A chain's folder is another process's. */
export const folderInUse = defineError<{ folder: string }>({
  code: 'LOCALNET_FOLDER_IN_USE',
  status: 409,
  retry: 'never',
  message: ({ folder }) =>
    `The chain in ${printable(folder)} is in use by another process. Stop that one, or name another folder or seed.`,
});

/** In a folder is a chain that began on other terms. */
export const folderOfAnother = defineError<{ folder: string; name: string; before: unknown; now: string }>({
  code: 'LOCALNET_FOLDER_OF_ANOTHER',
  status: 409,
  retry: 'never',
  message: ({ folder, name, before, now }) =>
    `The chain in ${printable(folder)} began with another ${name}: ${shown(before)}, not ${shown(now)}. Name another folder, or remove this one.`,
});

/** A flag of the command makes no sense. */
export const flagUsage = defineError<{ flag: string; value: string; expected: string }>({
  code: 'LOCALNET_FLAG_USAGE',
  status: 400,
  retry: 'never',
  message: ({ flag, value, expected }) =>
    `--${flag} is "${printable(value, 100)}", but must be ${expected}. See ./madang localnet --help.`,
});

/** The command was given a word that it does not know. */
export const wordsUsage = defineError<{ word: string }>({
  code: 'LOCALNET_WORDS_USAGE',
  status: 400,
  retry: 'never',
  message: ({ word }) =>
    `localnet does not know what to do with "${printable(word, 100)}". See ./madang localnet --help.`,
});

const shown = (value: unknown): string =>
  value === undefined ? 'missing' : printable(JSON.stringify(value), 100);

/** `localnet record` was told too little, or something that is no height. */
export const recordUsage = defineError<{ flag: string; value: string }>({
  code: 'LOCALNET_RECORD_USAGE',
  status: 400,
  retry: 'never',
  message: ({ flag, value }) =>
    `--${flag} ${value === '' ? 'is missing' : `is no height: ${value}`}. For example: localnet record --node http://127.0.0.1:9080/api/v3 --to my-chain --up-to 1000.`,
});
