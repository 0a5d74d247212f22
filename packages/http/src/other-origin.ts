import type { FastifyRequest } from 'fastify';
import { otherOrigin } from './errors.ts';

/**
 * Refuses what a browser sends on behalf of a page of another site. Such a page may read what is public, but it shall not make the
 * browsers of its readers hand in work.
 */
export function refuseOtherOrigins({ headers }: Pick<FastifyRequest, 'headers'>): void {
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  const isOwn = site === undefined ? isOrigin(origin, headers.host) : OWN_SITES.has(site);
  if (!isOwn) throw otherOrigin({ origin: origin ?? 'another site' });
}

/** `none`: somebody typed the address. */
const OWN_SITES = new Set<unknown>(['same-origin', 'none']);

/** Programs name no origin. Browsers that do not tell the site name one. */
const isOrigin = (origin: string | undefined, host: string | undefined): boolean =>
  origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
