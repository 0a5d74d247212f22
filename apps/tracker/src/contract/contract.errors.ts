import { defineError, printable } from '@madang/errors';

export const contractNotFound = defineError<{ address: string }>({
  code: 'TRACKER_CONTRACT_NOT_FOUND',
  status: 404,
  retry: 'never',
  message: ({ address }) =>
    `There is no contract ${address} here. /tracker/contracts lists all; one that was just deployed is indexed once its block is sealed.`,
});

export const versionNotFound = defineError<{ address: string; deploy: string }>({
  code: 'TRACKER_CONTRACT_VERSION_NOT_FOUND',
  status: 404,
  retry: 'never',
  message: ({ address, deploy }) =>
    `The contract ${address} has no version that the transaction ${deploy} brought. /api/tracker/v1/contracts/${address} lists its versions.`,
});

/** The source of a version cannot be shown; `reason` is a sentence. */
export const sourceMissing = defineError<{ address: string; reason: string }>({
  code: 'TRACKER_CONTRACT_SOURCE_MISSING',
  status: 404,
  retry: 'never',
  message: ({ address, reason }) =>
    `The source of ${address} cannot be shown: ${printable(reason)} /api/tracker/v1/contracts/${address}/files says more.`,
});

export const fileNotFound = defineError<{ address: string; file: string }>({
  code: 'TRACKER_CONTRACT_FILE_NOT_FOUND',
  status: 404,
  retry: 'never',
  message: ({ address, file }) =>
    `The archive has no file "${printable(file, 200)}". /api/tracker/v1/contracts/${address}/files lists its files with their index and path.`,
});
