import { defineError } from '@madang/errors';

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
