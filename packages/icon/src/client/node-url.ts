import { defineError, printable } from '@madang/errors';

/** The address of the node is no address. */
export const nodeUrlInvalid = defineError<{ url: string; reason: string }>({
  code: 'NODE_URL_INVALID',
  status: 400,
  retry: 'never',
  message: ({ url, reason }) =>
    `"${url}" is not the address of a node: ${reason}. It looks like http://127.0.0.1:9080/api/v3.`,
});

/** The addresses in a text, separated by commas; none may be missing between them. */
export function parseNodeUrls(text: string): readonly [URL, ...URL[]] {
  const [first = '', ...others] = text.split(',');
  return [parseNodeUrl(first.trim()), ...others.map((url) => parseNodeUrl(url.trim()))];
}

/** An address as people may see it: without user name and password. */
export function shownUrl(url: URL): string {
  return `${url.origin}${url.pathname}`;
}

/** What every request to a node says about who sends it. */
export function senderHeaders(url: URL): Record<string, string> {
  // Hosts that shield public nodes turn away who does not say its name.
  const headers: Record<string, string> = { 'user-agent': 'madang' };
  if (url.username !== '') {
    const user = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers['authorization'] = `Basic ${Buffer.from(user).toString('base64')}`;
  }
  return headers;
}

/** The address of a node's JSON-RPC interface. Without a path, it is the usual `/api/v3`. */
export function parseNodeUrl(text: string): URL {
  const shown = printable(text.replace(/\/\/[^/@]*@/, '//'), 200);
  if (!URL.canParse(text)) throw nodeUrlInvalid({ url: shown, reason: 'it cannot be read as a URL' });
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw nodeUrlInvalid({ url: shown, reason: 'it must begin with http:// or https://' });
  }
  if (url.pathname === '/') url.pathname = '/api/v3';
  url.hash = '';
  return url;
}
