/**
 * Which part of a supply a balance is, from 0 to 1. Null when it is none: what a contract logs may say that somebody holds more
 * than there is.
 */
export function shareOf(balance: string, supply: string): number | null {
  const [part, whole] = [BigInt(balance), BigInt(supply)];
  if (part < 0n || whole <= 0n || part > whole) return null;
  return Number(part) / Number(whole);
}
