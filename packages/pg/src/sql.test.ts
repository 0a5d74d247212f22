import { describe, expect, it } from 'vitest';
import { literalOf } from './copy/literal.ts';
import { sql } from './sql.ts';

describe('sql', () => {
  it('turns holes into numbered parameters', () => {
    const query = sql`select ${1}, ${'two'}, ${null}`;
    expect(query.text).toBe('select $1, $2, $3');
    expect(query.values).toEqual([1, 'two', null]);
  });

  it('splices SQL with its parameters, at any depth', () => {
    const inner = sql`a = ${1} and ${sql`b = ${2}`}`;
    const query = sql`select from t where ${inner} and c = ${3}`;
    expect(query.text).toBe('select from t where a = $1 and b = $2 and c = $3');
    expect(query.values).toEqual([1, 2, 3]);
  });

  it('never lets a value become SQL', () => {
    const query = sql`select ${"'; drop table t; --"}`;
    expect(query.text).toBe('select $1');
  });

  it('refuses a hole that is undefined and says which', () => {
    expect(() => sql`select ${1}, ${undefined}`).toThrow(/Hole 2/);
  });

  it('joins pieces by a separator, and none to nothing', () => {
    const conditions = [sql`a = ${1}`, sql`b = ${2}`];
    expect(sql.join(conditions, sql` and `).text).toBe('a = $1 and b = $2');
    expect(sql.join([], sql` and `).text).toBe('');
    expect(sql`select 1${sql.empty}`.text).toBe('select 1');
  });

  it('quotes identifiers', () => {
    expect(sql`select ${sql.identifier('a"b.c')}`.text).toBe('select "a""b.c"');
    expect(() => sql.identifier('')).toThrow(TypeError);
    expect(() => sql.identifier('a\0')).toThrow(TypeError);
  });
});

describe('literalOf', () => {
  it.each([
    [null, 'null'],
    [12, "'12'"],
    [10n ** 30n, "'1000000000000000000000000000000'"],
    [true, "'true'"],
    ["it's", "'it''s'"],
    ['a\\b', " E'a\\\\b'"],
    [Buffer.from([1, 255]), " E'\\\\x01ff'"],
    [['a', 'b"c', null], ` E'{"a","b\\\\"c",null}'`],
  ])('writes %o as a literal', (value, literal) => {
    expect(literalOf(value)).toBe(literal);
  });

  it('refuses what has no text', () => {
    expect(() => literalOf(() => 1)).toThrow(TypeError);
  });
});
