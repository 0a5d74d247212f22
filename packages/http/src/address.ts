import { badRequest } from './errors.ts';

/**
 * Refuses an address whose percent-encoding is broken. The router sees to its path alone; in the query it would pass as
 * other text than was meant.
 *
 * @throws HTTP_BAD_REQUEST
 */
export function checkAddress(address: string): void {
  try {
    decodeURIComponent(address);
  } catch (error) {
    throw badRequest({ reason: `the percent-encoding of ${address.slice(0, 200)} is broken` }, error);
  }
}
