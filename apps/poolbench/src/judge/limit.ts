/** What was the limit in more than half of the rounds; null for none. */
export function mostOften(limits: readonly (string | null)[]): string | null {
  const known = [...new Set(limits)].filter((limit) => limit !== null);
  return known.find((limit) => limits.filter((one) => one === limit).length * 2 > limits.length) ?? null;
}

const WORDS: Readonly<Record<string, string>> = {
  client: 'this process is the limit, not the server',
  'server-cpu': 'all processors are busy',
  disk: 'the server waits for its disk',
  locks: 'back-ends wait for each other’s locks',
};

/** The end of a sentence that begins with `From size 5 on`. */
export function limitWords(limit: string): string {
  return WORDS[limit] ?? `the limit is ${limit}`;
}
