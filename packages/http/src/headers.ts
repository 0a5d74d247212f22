/**
 * Strict Content-Security-Policy: scripts, styles, fonts and images of our own host only, nothing inline
 * (also no `style=` attribute), no framing. Together with server-drawn markup that escapes, injected text stays text.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Methods by which everything here can be read. */
export const READING = 'GET, HEAD, OPTIONS';
/** Of a URL that takes a file and answers about it. */
export const HANDING_IN = 'POST, OPTIONS';
/** Of a page that does both. */
export const READING_AND_HANDING_IN = 'GET, HEAD, POST, OPTIONS';

/**
 * What every answer carries, failures and files included. Any site may read what is public here; it is never told who asks,
 * since a browser sends no cookies along to `*`.
 */
export const EVERY_ANSWER = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, retry-after, x-request-id',
} as const;

const DAY_SECONDS = 24 * 3600;

/** Answers a browser's question whether a site may ask: it may read, with any headers. */
export const PREFLIGHT = {
  allow: READING,
  'access-control-allow-methods': READING,
  'access-control-allow-headers': '*',
  'access-control-max-age': String(DAY_SECONDS),
} as const;
