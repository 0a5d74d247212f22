import { badUrl } from './errors.ts';

/** A database's address as it may be shown: everything but the password and the parameters. */
export function maskUrl(url: string): string {
  const parsed = parse(url);
  if (parsed === undefined) return '(unreadable)';
  const user = parsed.username === '' ? '' : `${parsed.username}@`;
  const host = parsed.searchParams.get('host') ?? parsed.host;
  return `${parsed.protocol}//${user}${host}${parsed.pathname}`;
}

/** The same address when it is one; throws PG_BAD_URL before anything is tried. */
export function checkUrl(url: string): string {
  const parsed = parse(url);
  if (parsed === undefined) throw badUrl({ url: '(unreadable)', reason: 'not a URL' });
  if (!['postgres:', 'postgresql:'].includes(parsed.protocol))
    throw badUrl({ url: maskUrl(url), reason: `scheme ${parsed.protocol} instead of postgres:` });
  return url;
}

function parse(url: string): URL | undefined {
  // Without "//" all of it is a path to URL, the password included.
  return url.includes('://') && URL.canParse(url) ? new URL(url) : undefined;
}
