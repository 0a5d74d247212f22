import { defineError } from '@madang/errors';

export const addressNotFound = defineError<{ address: string }>({
  code: 'TRACKER_ADDRESS_NOT_FOUND',
  status: 404,
  retry: 'never',
  message: ({ address }) =>
    `${address} is a proper address, but nothing on the chain has named it yet. It is found once a sealed block does: /api/tracker/v1/status says how far the index is.`,
});
