/** The entries of an `Accept` or `Accept-Language` header, best first, in lower case, without those of weight 0. */
export function preferencesOf(header: string | undefined): string[] {
  return (header ?? '')
    .toLowerCase()
    .split(',')
    .map((entry) => {
      const [value = '', ...parameters] = entry.split(';').map((part) => part.trim());
      return { value, weight: weightOf(parameters) };
    })
    .filter(({ value, weight }) => value !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ value }) => value);
}

// A weight that is none counts as none given.
function weightOf(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return /^[01](\.\d{0,3})?$/.test(weight) ? Number(weight) : 1;
}
