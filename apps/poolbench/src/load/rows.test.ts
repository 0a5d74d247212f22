import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from './csv-rows.ts';
import { readRows } from './rows.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'poolbench-rows-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(name: string, text: string): Promise<unknown> {
  await writeFile(join(folder, name), text);
  return readRows(join(folder, name));
}

describe('readRows', () => {
  it('reads CSV with quotes, line breaks in cells, empty cells and either line end', async () => {
    const text = '\uFEFFid,note\r\n1,"a ""b"", c"\r\n2,\n3,""\n4,"two\nlines"';
    expect(await read('a.csv', text)).toEqual([
      { id: '1', note: 'a "b", c' },
      { id: '2', note: null },
      { id: '3', note: '' },
      { id: '4', note: 'two\nlines' },
    ]);
  });

  it('reads JSON Lines with their types', async () => {
    expect(await read('a.jsonl', '{"id":1,"on":true}\n\n{"id":2,"on":null}\n')).toEqual([
      { id: 1, on: true },
      { id: 2, on: null },
    ]);
  });

  it.each([
    ['a.csv', 'id,name\n1\n', /row 1 has 1 cells, not 2/],
    ['a.csv', 'id,id\n1,2\n', /same name/],
    ['a.csv', 'id\n', /there are none/],
    ['a.csv', 'id\n"open', /no CSV from character 4/],
    ['a.csv', 'id\n"a"b\n', /no CSV/],
    ['a.jsonl', '{"id":1}\n{"id":', /line 2 is no JSON/],
    ['a.jsonl', '[1]\n', /line 1 is no flat object/],
    ['a.jsonl', '{"id":{"a":1}}\n', /line 1 is no flat object/],
    ['a.jsonl', '{"id":1}\n{"name":1}\n', /line 2 lacks a column/],
  ])('refuses %s with %j', async (name, text, reason) => {
    await expect(read(name, text)).rejects.toThrow(reason);
  });

  it('says which file it cannot read', async () => {
    await expect(readRows(join(folder, 'absent.csv'))).rejects.toMatchObject({
      code: 'POOLBENCH_BAD_ROWS',
      message: expect.stringContaining('absent.csv') as string,
    });
  });
});

describe('parseCsv', () => {
  it('knows a last line without an end, and a last cell that is empty', () => {
    expect(parseCsv('a,b')).toEqual([['a', 'b']]);
    expect(parseCsv('a,\n')).toEqual([['a', null]]);
    expect(parseCsv('a,')).toEqual([['a', null]]);
    expect(parseCsv('')).toEqual([]);
  });
});
