import { defineError, printable } from '@madang/errors';

/** The address of the node is no address. */
export const nodeUrlInvalid = defineError<{ url: string; reason: string }>({
  code: 'NODE_URL_INVALID',
  status: 400,
  retry: 'never',
  message: ({ url, reason }) =>
    `"${url}" is not the address of a node: ${reason}. It looks like http://127.0.0.1:9080/api/v3.`,
});

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
