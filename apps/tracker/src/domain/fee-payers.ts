export interface FeePayer {
  readonly address: string;
  readonly amount: bigint;
}

/**
 * Who paid a transaction's fee: each address its own steps when a contract's deposit paid a part (icon reference §1.6),
 * else the sender; nobody when there is no fee.
 */
export function feePayers(
  sender: string | null,
  fee: bigint,
  stepPrice: bigint,
  stepDetails: Readonly<Record<string, bigint>> | null,
): FeePayer[] {
  if (fee === 0n) return [];
  if (stepDetails !== null)
    return Object.entries(stepDetails).map(([address, steps]) => ({ address, amount: steps * stepPrice }));
  return sender === null ? [] : [{ address: sender, amount: fee }];
}
