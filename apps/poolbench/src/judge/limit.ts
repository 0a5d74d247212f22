/** What was the limit in more than half of the rounds; null for none. */
export function mostOften(limits: readonly (string | null)[]): string | null {
  const known = [...new Set(limits)].filter((limit) => limit !== null);
  return known.find((limit) => limits.filter((one) => one === limit).length * 2 > limits.length) ?? null;
}
