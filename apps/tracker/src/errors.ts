import { defineError } from '@madang/errors';

export const blockNotFound = defineError<{ block: string | number }>({
  code: 'TRACKER_BLOCK_NOT_FOUND',
  status: 404,
  retry: 'never',
  message: ({ block }) =>
    `There is no block ${block} here. A height above the indexed one comes later: /api/tracker/v1/status says how far the index is.`,
});

export const transactionNotFound = defineError<{ hash: string }>({
  code: 'TRACKER_TRANSACTION_NOT_FOUND',
  status: 404,
  retry: 'never',
  message: ({ hash }) =>
    `There is no transaction ${hash} here. One that was just sent is indexed once its block is sealed: /api/tracker/v1/status says how far the index is.`,
});
