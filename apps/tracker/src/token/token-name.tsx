import { UntrustedText, useWords } from '@madang/web';
import type { VNode } from 'preact';
import { shortAddress } from '../short-address.ts';
import type { Token } from './token.schema.ts';
import { tokenWords } from './token.words.ts';

/** Name and symbol of a token, which are whatever its contract says; its address where it says neither. */
export function TokenName({ token: { name, symbol, address } }: { token: Token }): VNode {
  const t = useWords(tokenWords);
  if (name === null && symbol === null)
    return (
      <>
        {t('unnamed')} ({shortAddress(address)})
      </>
    );
  return (
    <>
      {name !== null && <UntrustedText text={name} max={60} />}{' '}
      {symbol !== null && (
        <span class="muted">
          <UntrustedText text={symbol} max={16} />
        </span>
      )}
    </>
  );
}
