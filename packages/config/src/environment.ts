/** A copy of the process's environment. The only place of the house that reads it. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return { ...process.env };
}
