import { describe, expect, it } from 'vitest';
import { withValues } from './with-values.ts';

describe('withValues', () => {
  it('writes values of each kind so that they keep their meaning', () => {
    expect(withValues('select $1, $2, $3, $4, $5', [7, -1.5, null, true, 'it’s'])).toBe(
      `select 7, (-1.5), NULL, true, 'it’s'`,
    );
    expect(withValues('select $1, $1', ["a'b\\c"])).toBe(`select  E'a''b\\\\c',  E'a''b\\\\c'`);
    expect(withValues('select $1', [new Date(0)])).toBe(`select '1970-01-01T00:00:00.000Z'`);
    expect(withValues('select $1', [{ a: "'" }])).toBe(`select '{"a":"''"}'`);
  });

  it('leaves alone what only looks like a parameter', () => {
    const text = `select '$1', "$1", $tag$ $1 $tag$, $1 -- $1\n/* $1 */`;
    expect(withValues(text, [5])).toBe(`select '$1', "$1", $tag$ $1 $tag$, 5 -- $1\n/* $1 */`);
  });

  it('does not read values again for parameters', () => {
    expect(withValues('select $1, $2', ['$2', 'two'])).toBe(`select '$2', 'two'`);
  });

  it('refuses a parameter without a value', () => {
    expect(() => withValues('select $2', [1])).toThrow(/\$2/);
  });
});
