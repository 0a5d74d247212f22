import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('the pure entry', () => {
  it('reaches no network, no file and no package but the errors', () => {
    const seen = new Set<string>();
    expect(importsFrom(new URL('index.ts', import.meta.url), seen)).toEqual(
      new Set(['@madang/errors', 'node:crypto']),
    );
    expect([...seen].some((file) => file.includes('/client/'))).toBe(false);
    expect(seen.size).toBeGreaterThan(5);
  });
});

/** Everything outside this package that a file and the files it imports reach. */
function importsFrom(file: URL, seen: Set<string>): Set<string> {
  seen.add(file.href);
  const outside = new Set<string>();
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/ from '([^']+)'/g)) {
    if (!name.startsWith('.')) outside.add(name);
    else if (!seen.has(new URL(name, file).href)) {
      for (const found of importsFrom(new URL(name, file), seen)) outside.add(found);
    }
  }
  return outside;
}
