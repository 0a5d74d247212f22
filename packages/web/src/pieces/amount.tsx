import type { VNode } from 'preact';
import { formatAmount, ICX_DECIMALS } from '../format/amount.ts';

const PLACES_IN_LISTS = 6;

export interface AmountProps {
  /** In the smallest unit (loop, token unit), as the API writes it. */
  readonly amount: string | bigint;
  /** Default 18, those of ICX. */
  readonly decimals?: number;
  /** All decimals, as on the page of one thing; at most six otherwise, with the whole number in the title. */
  readonly all?: boolean;
  /** Written behind the number. */
  readonly unit?: string;
}

/** An amount of ICX or of a token, exact. */
export function Amount({ amount, decimals = ICX_DECIMALS, all = false, unit }: AmountProps): VNode {
  const whole = formatAmount(amount, decimals);
  const shown = all ? whole : formatAmount(amount, decimals, PLACES_IN_LISTS);
  return (
    <data class="amount" value={amount.toString()} title={shown === whole ? undefined : whole}>
      {shown}
      {unit !== undefined && ` ${unit}`}
    </data>
  );
}
