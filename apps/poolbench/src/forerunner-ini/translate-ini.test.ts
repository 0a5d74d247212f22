import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../plan/read-plan.ts';
import { numberMarks } from './number-marks.ts';
import { readIni } from './read-ini.ts';
import { translateIni } from './translate-ini.ts';

const INI = `
; settings of a forerunner, made up
[SQL]
INSERT = INSERT INTO public.t_test(c_test)
    VALUES (?);

[DB]
user="app user"
password=canary-8015
host: db.example
port=5433
database=shop

[TIME]
timeZone=Asia/Seoul
[LOG]
logSave=False
logSavePath=/logs/
logType=csv
`;

describe('an INI file', () => {
  it('is read with sections, keys in any case, comments, quotes and values that go on', () => {
    const settings = readIni(INI);
    expect(settings.get('db')?.get('user')).toBe('app user');
    expect(settings.get('db')?.get('host')).toBe('db.example');
    expect(settings.get('sql')?.get('insert')).toBe('INSERT INTO public.t_test(c_test) VALUES (?);');
    expect(settings.get('time')?.get('timezone')).toBe('Asia/Seoul');
  });

  it('becomes a command without the password', () => {
    const { plan, command, notes } = translateIni(readIni(INI));
    expect(command).toBe(
      './madang poolbench run poolbench.plan.yaml --dsn postgres://app%20user@db.example:5433/shop --allow-writes --timezone Asia/Seoul',
    );
    expect([plan, command, ...notes].join('\n')).not.toContain('canary-8015');
    expect(notes.join('\n')).toMatch(/PGPASSWORD[\s\S]*logSave=False[\s\S]*--csv/);
  });

  it('becomes a plan that can be read, with a parameter for each mark', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'poolbench-ini-'));
    const file = join(folder, 'poolbench.plan.yaml');
    writeFileSync(file, translateIni(readIni(INI)).plan);
    const { terms, scenarios } = await readPlan(file, 'own');
    rmSync(folder, { recursive: true });
    expect(scenarios).toEqual(['S2', 'S3']);
    expect(terms.workloads).toMatchObject([
      {
        name: 'insert',
        operations: [
          { statements: [{ text: 'INSERT INTO public.t_test(c_test) VALUES ($1)', values: [{ text: 12 }] }] },
        ],
      },
    ]);
  });

  it('that says nothing means the plan itself', () => {
    const { plan, command } = translateIni(readIni(''));
    expect(plan).not.toContain('workloads');
    expect(command).toBe('./madang poolbench run poolbench.plan.yaml --dsn postgres://localhost/');
  });
});

describe('question marks', () => {
  it.each([
    ['a = ? and b = ?;', 'a = $1 and b = $2', 2],
    [`a = '?' and "?" = ? -- ?`, `a = '?' and "?" = $1 -- ?`, 1],
    [`'it''s ?' /* ? */ || ?`, `'it''s ?' /* ? */ || $1`, 1],
    ['select 1', 'select 1', 0],
  ])('of %j become parameters, where they are code', (statement, text, marks) => {
    expect(numberMarks(statement)).toEqual({ text, marks });
  });
});
