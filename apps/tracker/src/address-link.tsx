import { Hash } from '@madang/web';
import type { VNode } from 'preact';

/** An address that leads to its page. */
export function AddressLink({ address }: { readonly address: string }): VNode {
  return <Hash value={address} href={`/tracker/addresses/${address}`} />;
}
