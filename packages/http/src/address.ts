import { badRequest } from './errors.ts';

/**
 * Refuses an address that cannot be read as text: a broken percent-encoding anywhere, or a NUL in its path. A router would
 * let the first pass in the query, and the second everywhere.
 *
 * @throws HTTP_BAD_REQUEST
 */
export function checkAddress(address: string): void {
  const [path = ''] = address.split('?', 1);
  let decoded: string;
  try {
    decodeURIComponent(address);
    decoded = decodeURIComponent(path);
  } catch (error) {
    throw badRequest({ reason: `the percent-encoding of ${address.slice(0, 200)} is broken` }, error);
  }
  if (decoded.includes('\0')) throw badRequest({ reason: `the path ${path.slice(0, 200)} has a NUL in it` });
}
