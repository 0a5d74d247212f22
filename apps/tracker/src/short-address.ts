/** An address cut in the middle, where only a plain text can stand: `cx85d5…0a1c`. */
export function shortAddress(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}
