import { ADDRESS } from '@madang/icon';

/** An address that every chain has. */
export type WellKnown = keyof typeof ADDRESS;

const LABELS: Readonly<Record<WellKnown, string>> = {
  system: 'System contract',
  governance: 'Governance',
  treasury: 'Treasury',
  zero: 'Zero address',
};
const KNOWN = new Map(
  Object.entries(ADDRESS).map(([name, address]) => [address as string, name as WellKnown]),
);

/** Which of the addresses that every chain has this is; null for any other. */
export function wellKnown(address: string): WellKnown | null {
  return KNOWN.get(address) ?? null;
}

/** What the API calls an address that every chain has; null for any other. */
export function labelOf(address: string): string | null {
  const known = wellKnown(address);
  return known === null ? null : LABELS[known];
}
