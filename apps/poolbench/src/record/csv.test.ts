import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';
import { exampleDrafts } from '../../test/record-drafts.ts';
import type { LogRecord, RecordDraft } from './schema/record.schema.ts';
import { sealRecord } from './seal.ts';
import { timeZone } from './time-zone.ts';

const run = {
  runId: '01KANKYN3JZZZZZZZZZZZZZZZZ',
  zone: timeZone('Asia/Seoul'),
  cut: (text: string) => text,
};

const sealed = (drafts: readonly RecordDraft[]): LogRecord[] =>
  drafts.map((draft, seq) => sealRecord(run, seq, 1_795_343_431_123_456 + seq, draft));

/** RFC 4180, read with nothing of what wrote it: rows of cells. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let inQuotes = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (inQuotes && character === '"' && text[i + 1] === '"') cell += text[++i]!;
    else if (character === '"') inQuotes = !inQuotes;
    else if (!inQuotes && (character === ',' || character === '\n')) {
      rows.at(-1)!.push(cell);
      cell = '';
      if (character === '\n') rows.push([]);
    } else cell += character;
  }
  if (inQuotes || cell !== '' || rows.pop()!.length > 0) throw new Error('the last line does not end');
  return rows;
}

function table(records: readonly LogRecord[]): Record<string, string>[] {
  const [header = [], ...rows] = readCsv(toCsv(records));
  for (const row of rows) expect(row).toHaveLength(header.length);
  return rows.map((row) => Object.fromEntries(row.map((cell, column) => [header[column]!, cell])));
}

const withStatement = (statement: string): LogRecord[] =>
  sealed(exampleDrafts('').map((draft) => (draft.type === 'cell_start' ? { ...draft, statement } : draft)));

describe('a table of cells', () => {
  it('has one row for each cell and round, with the names and values of its records', () => {
    const [row, ...more] = table(sealed(exampleDrafts('text')));
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      run_id: run.runId,
      event_id: `${run.runId}-00000005`,
      ts: '2026-11-22T19:30:31.123461+09:00',
      tz: 'Asia/Seoul',
      arm: 'pool-10',
      cell: 'pool-10 select ×8',
      round: '2',
      scenario: 'S2',
      'load.workers': '8',
      'load.target_rate': '',
      'counts.ok': '6000',
      'errors.connection-lost': '1',
      'durations.response.p50_s': '0.0005',
      'durations.response.p99_s': '',
      'nulls.durations.response.p99_s': 'text',
      flags: 'foreign-cpu',
    });
  });

  it('keeps rounds apart, and cells that did not end', () => {
    const drafts = exampleDrafts('');
    const [start, end] = ['cell_start', 'cell_end'].map((name) =>
      drafts.find(({ type }) => type === name),
    ) as [RecordDraft, RecordDraft];
    const rows = table(
      sealed([
        start,
        end,
        { ...start, round: 3 } as RecordDraft,
        { ...end, round: 3, server: { 'x.y': 1 } } as RecordDraft,
        { ...start, round: 4 } as RecordDraft,
      ]),
    );
    expect(
      rows.map(({ round, duration_s, 'x.y': unknown, 'server.x.y': counter }) => [
        round,
        duration_s,
        unknown,
        counter,
      ]),
    ).toEqual([
      ['2', '0.501', undefined, ''],
      ['3', '0.501', undefined, '1'],
      ['4', '', undefined, ''],
    ]);
  });

  it('has a header even when there is no cell', () => {
    expect(toCsv([])).toBe('run_id,event_id,seq,ts,tz,arm,cell,round\n');
  });

  it('ends every line with a line feed alone', () => {
    expect(toCsv(sealed(exampleDrafts('text')))).toMatch(/^[^\r]*\n$/);
  });
});

describe('text in a table', () => {
  it.each(['a, b', 'say "no"', 'two\nlines', 'two\r\nlines', '"', ',', ' spaces ', '마당', ''])(
    'reads as it was: %j',
    (statement) => {
      expect(table(withStatement(statement))[0]?.['statement']).toBe(statement);
    },
  );

  it.each(['=HYPERLINK("http://x.example")', '+1', '-- a comment', '@sum(a1)', '\t=1', '\r=1', '-5'])(
    'is no formula for a spreadsheet: %j',
    (statement) => {
      expect(table(withStatement(statement))[0]?.['statement']).toBe(`'${statement}`);
    },
  );
});

describe('numbers in a table', () => {
  it('have no exponent, all their digits, and a sign that is no formula', () => {
    const drafts = exampleDrafts('').map((draft) =>
      draft.type === 'cell_end'
        ? { ...draft, duration_s: 1e-7, achieved_rate: 0.1 + 0.2, littles_law_error_ratio: -0.000_000_2 }
        : draft,
    );
    expect(table(sealed(drafts))[0]).toMatchObject({
      duration_s: '0.0000001',
      achieved_rate: '0.30000000000000004',
      littles_law_error_ratio: '-0.0000002',
    });
  });

  it('of any size are digits', () => {
    const drafts = exampleDrafts('').map((draft) =>
      draft.type === 'cell_end' ? { ...draft, warm_up_operations: 2n ** 64n } : draft,
    );
    expect(table(sealed(drafts))[0]?.['warm_up_operations']).toBe('18446744073709551616');
  });
});
