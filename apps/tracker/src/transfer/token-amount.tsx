import { Amount, formatNumber, UntrustedText } from '@madang/web';
import type { VNode } from 'preact';

interface TokenAmountProps {
  readonly amount: string;
  /** Null when the contract does not tell: the amount is then in the smallest unit. */
  readonly decimals: number | null;
  readonly symbol?: string | null;
  readonly all?: boolean;
}

/** An amount of a token. Its symbol is whatever the contract says. */
export function TokenAmount({ amount, decimals, symbol = null, all = false }: TokenAmountProps): VNode {
  return (
    <>
      {decimals === null ? formatNumber(amount) : <Amount amount={amount} decimals={decimals} all={all} />}
      {symbol !== null && (
        <>
          {' '}
          <UntrustedText text={symbol} max={16} />
        </>
      )}
    </>
  );
}
