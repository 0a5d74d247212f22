import { describe, expect, it } from 'vitest';
import { parametersIn } from '../sql-code.ts';
import { changesData, isUtility } from './changes-data.ts';

describe('changesData', () => {
  it.each([
    'select value from t where id = $1',
    '  SELECT 1;  ',
    '-- a note\nselect 1',
    '/* insert */ values (1)',
    `select 'insert into t', "update", $$delete$$, $x$ merge ; $x$`,
    'with a as (select 1) select * from a',
    'table t',
    'show work_mem',
    `select E'it\\'s for update'`,
    'select for_sale, updated, deleted_at from t',
  ])('is no for %s', (statement) => expect(changesData(statement)).toBe(false));

  it.each([
    '',
    'insert into t values (1)',
    'delete from t',
    'select 1 from t for update',
    'select 1 from t for key share',
    'select 1 into t2 from t',
    'with gone as (delete from t returning *) select * from gone',
    'with a as (select 1) insert into t select * from a',
    'select 1; delete from t',
    'explain analyze insert into t values (1)',
    'call work()',
    'begin',
    // What a careless reader of SQL would take for a string or a comment.
    `select 1 /* /* */ ' */ ; delete from t where x = ''`,
    `select a$b$ , 1 into t2 from t where c = $b$`,
    `select name'\\' into t2, '' from t`,
  ])('is yes for %s', (statement) => expect(changesData(statement)).toBe(true));
});

describe('parametersIn', () => {
  it('counts up to the highest, outside of strings and comments', () => {
    expect(parametersIn(`select $2, '$7', "$8", $$ $9 $$ from t where a = $1 -- $10`)).toBe(2);
    expect(parametersIn('select 1')).toBe(0);
    expect(parametersIn('select $12')).toBe(12);
  });
});

describe('isUtility', () => {
  it('tells what has a plan from what has none', () => {
    expect(['begin', ' COMMIT', '/* x */ set a = 1', 'vacuum'].map(isUtility)).toEqual(Array(4).fill(true));
    expect(['select 1', 'with a as (select 1) table a', 'INSERT into t'].map(isUtility)).toEqual(
      Array(3).fill(false),
    );
  });
});
