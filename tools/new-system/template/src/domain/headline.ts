/** The first line of a text, cut at the end of a word so that it is at most `max` characters long, the `…` included. */
export function headline(text: string, max = 60): string {
  const line = (text.split('\n', 1)[0] ?? '').trim();
  if (line.length <= max) return line;
  const end = line.lastIndexOf(' ', max - 1);
  return `${line.slice(0, end > 0 ? end : max - 1).trimEnd()}…`;
}
