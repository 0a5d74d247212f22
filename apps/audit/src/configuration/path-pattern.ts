/**
 * Whether a path is meant by a pattern: `*` is any part of a name, `**` any folders, and what ends with a slash is all below that folder.
 * Paths are relative to the package and written with `/`.
 */
export function pathPattern(pattern: string): (path: string) => boolean {
  const whole = (pattern.endsWith('/') ? `${pattern}**` : pattern).replace(/^\.?\//, '');
  const segments = whole.split('/');
  return (path) => fits(segments, path.split('/'));
}

function fits(pattern: readonly string[], path: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return path.length === 0;
  if (first === '**') return fits(rest, path) || (path.length > 0 && fits(pattern, path.slice(1)));
  const [name, ...below] = path;
  return name !== undefined && fitsName(first, name) && fits(rest, below);
}

/** Star by star from the left, each with the nearest that fits, so that no pattern takes long. */
function fitsName(pattern: string, name: string): boolean {
  const [head = '', ...parts] = pattern.split('*');
  const tail = parts.pop();
  if (tail === undefined) return pattern === name;
  if (!name.startsWith(head) || !name.endsWith(tail) || name.length < head.length + tail.length) return false;
  let at = head.length;
  for (const part of parts) {
    const found = name.indexOf(part, at);
    if (found < 0 || found + part.length > name.length - tail.length) return false;
    at = found + part.length;
  }
  return true;
}
