import { defineError } from '@madang/errors';
import type { Token } from './token.schema.ts';

export const tokenNotFound = defineError<{ address: string }>({
  code: 'TRACKER_TOKEN_NOT_FOUND',
  status: 404,
  retry: 'never',
  message: ({ address }) =>
    `There is no token ${address} here: no log of it tells of a transfer. /tracker/tokens lists all, /tracker/addresses/${address} what is known of the address.`,
});

export const tokenWithoutOwners = defineError<Pick<Token, 'address' | 'standard'>>({
  code: 'TRACKER_TOKEN_WITHOUT_OWNERS',
  status: 404,
  retry: 'never',
  message: ({ address, standard }) =>
    `The token ${address} follows ${standard.toUpperCase()}; only the ids of an IRC3 token have one owner each. /api/tracker/v1/tokens/${address}/holders tells who holds it.`,
});
