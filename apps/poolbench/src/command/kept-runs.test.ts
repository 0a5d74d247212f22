import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeMadeUpRun } from '../../test/made-up-run.ts';
import { verbContext } from '../../test/verb-context.ts';
import { runsFolder } from '../runs/run-files.ts';
import { importVerb } from './import.verb.ts';
import { report } from './report.verb.ts';
import { runsVerb } from './runs.verb.ts';

let data: string;
beforeEach(() => (data = mkdtempSync(join(tmpdir(), 'poolbench-verbs-'))));
afterEach(() => rmSync(data, { recursive: true }));

describe('runs', () => {
  it('says where there is none, and how to make one', async () => {
    const { context, printed, said } = verbContext(data, []);
    expect(await runsVerb.run(context)).toBe(0);
    expect(printed).toEqual([]);
    expect(said.join()).toMatch(/No run is kept in .*poolbench quick/);
  });

  it('has a line for each, for people and for programs', async () => {
    const { runId } = await writeMadeUpRun({ folder: runsFolder(data) });
    const people = verbContext(data, []);
    await runsVerb.run(people.context);
    expect(people.printed.join()).toMatch(
      new RegExp(`^${runId}  \\S+ \\S+  quick +finished +1:23 +25 cells  PostgreSQL 18.4 \\(scratch\\)$`),
    );
    const programs = verbContext(data, [], { json: 'yes' });
    await runsVerb.run(programs.context);
    expect(programs.printed.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { id: runId, cells: 25 },
    ]);
  });
});

describe('report', () => {
  it('tells again what a run found, as text, JSON, CSV and HTML', async () => {
    const { runId } = await writeMadeUpRun({ folder: runsFolder(data) });
    const [html, csv] = [join(data, 'report.html'), join(data, 'cells.csv')];
    const { context, printed, said } = verbContext(data, [runId.slice(0, 10)], { html, csv });
    expect(await report.run(context)).toBe(0);
    expect(said).toEqual([]);
    expect(printed.join()).toContain('a pool of 5 is within 5 % of the best');
    expect(readFileSync(html, 'utf8')).toContain(runId);
    expect(readFileSync(csv, 'utf8').trim().split('\n')).toHaveLength(26);
    const json = verbContext(data, ['last'], { json: 'yes' });
    await report.run(json.context);
    expect(JSON.parse(json.printed.join())).toMatchObject({ ending: 'finished' });
  });

  it.each([
    [[], 'POOLBENCH_REPORT_USAGE'],
    [['a', 'b'], 'POOLBENCH_REPORT_USAGE'],
    [['last'], 'POOLBENCH_NO_SUCH_RUN'],
    [['no.jsonl'], 'POOLBENCH_LOG_UNREADABLE'],
  ])('of %j is refused with %s', async (words, code) => {
    await expect(report.run(verbContext(data, words).context)).rejects.toMatchObject({ code });
  });
});

describe('import', () => {
  const OLD = new URL('../record/forerunner/made-up/pg_query_pool-2026-11-22', import.meta.url).pathname;

  it('takes an old log over, into the data folder or another one, and not twice', async () => {
    const first = verbContext(data, [OLD]);
    expect(await importVerb.run(first.context)).toBe(0);
    expect(first.said[0]).toMatch(/kept as .*poolbench-2026112\dT\d{6}Z-\w{26}\.jsonl$/);
    const again = verbContext(data, [OLD]);
    await importVerb.run(again.context);
    expect(again.said[0]).toContain('is there already as');
    const elsewhere = verbContext(data, [OLD], { to: join(data, 'old') });
    await importVerb.run(elsewhere.context);
    expect(elsewhere.said[0]).toContain(join(data, 'old'));
    const told = verbContext(data, ['last']);
    expect(await report.run(told.context)).toBe(0);
  });

  it('prints what an INI file means, without its password', async () => {
    const ini = join(data, 'config.ini');
    writeFileSync(
      ini,
      '[SQL]\nINSERT = insert into t values (?)\n[DB]\nuser=app\npassword=canary-8015\nhost=db\n',
    );
    const { context, printed, said } = verbContext(data, [], { ini });
    expect(await importVerb.run(context)).toBe(0);
    expect(printed.join('\n')).toMatch(
      /values \(\$1\)[\s\S]*# \.\/madang poolbench run .*--dsn postgres:\/\/app@db\//,
    );
    expect([...printed, ...said].join()).not.toContain('canary-8015');
  });

  it('of nothing, or of what is no log, is refused', async () => {
    await expect(importVerb.run(verbContext(data, []).context)).rejects.toMatchObject({
      code: 'POOLBENCH_IMPORT_USAGE',
    });
    await expect(importVerb.run(verbContext(data, [join(data, 'no')]).context)).rejects.toMatchObject({
      code: 'POOLBENCH_FORERUNNER_LOG_UNREADABLE',
    });
  });
});
