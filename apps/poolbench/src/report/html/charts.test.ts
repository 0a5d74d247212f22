import { describe, expect, it } from 'vitest';
import { exampleDrafts } from '../../../test/record-drafts.ts';
import { createDurations, type Durations } from '../../load/histogram.ts';
import { sealRecord } from '../../record/seal.ts';
import type { CellStart } from '../../record/schema/cell.schema.ts';
import type { LogRecord, RecordDraft } from '../../record/schema/record.schema.ts';
import { timeZone } from '../../record/time-zone.ts';
import { durationsRecord, histogramRecord } from '../../run/durations-record.ts';
import { htmlReport } from './html-report.tsx';

type DraftOf<T extends RecordDraft['type']> = Extract<RecordDraft, { type: T }>;

function exampleOf<T extends RecordDraft['type']>(type: T): DraftOf<T> {
  const found = exampleDrafts('').find((draft): draft is DraftOf<T> => draft.type === type);
  if (found === undefined) throw new TypeError(`There is no example of ${type}.`);
  return found;
}

interface CellTerms {
  readonly scenario: string;
  readonly arm: string;
  /** After the arm, workload and load. */
  readonly where?: string;
  readonly load?: CellStart['load'];
  readonly size?: number;
  readonly rates: readonly number[];
  /** Milliseconds of a response. */
  readonly ms?: number;
}

const CLOSED: CellStart['load'] = {
  model: 'closed',
  workers: 10,
  arrivals: null,
  target_rate: null,
  max_in_flight: null,
};

function openAt(rate: number): CellStart['load'] {
  return { model: 'open', workers: null, arrivals: 'poisson', target_rate: rate, max_in_flight: 100 };
}

/** The records of a cell over as many rounds as it has rates. */
function cellOf({ scenario, arm, where, load = CLOSED, size, rates, ms = 5 }: CellTerms): RecordDraft[] {
  const asking = load.model === 'closed' ? '×10' : `poisson ${load.target_rate ?? 0}/s`;
  const cell = [arm, 'select', asking, where].filter((part) => part !== undefined).join(' ');
  const response = durationsOf(ms);
  return rates.flatMap((rate, index): RecordDraft[] => [
    {
      ...exampleOf('cell_start'),
      ...{ arm, cell, round: index + 1, scenario, load, pool_size: size ?? 10 },
      network_delay_s: where?.startsWith('+') ? 0.002 : 0,
    },
    {
      ...exampleOf('cell_end'),
      ...{ arm, cell, round: index + 1, achieved_rate: rate, offered_rate: rate, flags: [], limit: null },
      durations: { response: durationsRecord(response), acquire: durationsRecord(response) },
      histograms: [histogramRecord('response', 'ok', response), histogramRecord('response', 'all', response)],
      nulls: {},
    },
  ]);
}

function durationsOf(ms: number): Durations {
  const durations = createDurations();
  for (let count = 0; count < 20_000; count += 1) durations.add(ms * (1 + count / 20_000));
  return durations;
}

function verdictOf(more: Partial<DraftOf<'verdict'>>): RecordDraft {
  return { ...exampleOf('verdict'), ...more };
}

function intervals(cell: string, oks: readonly number[]): RecordDraft[] {
  return oks.map((ok, index) => ({
    ...exampleOf('interval'),
    ...{ arm: 'pool', cell, round: 1, elapsed_s: index + 1, length_s: 1, achieved_rate: ok },
    counts: { ...exampleOf('interval').counts, ok, error: 0 },
  }));
}

const RUN = { runId: '01KANKYN3JZZZZZZZZZZZZZZZZ', zone: timeZone('UTC'), cut: (text: string) => text };

/** The page without what is folded and packed away. */
function pageOf(drafts: readonly RecordDraft[], lang: 'ko' | 'en' = 'en'): string {
  const records: LogRecord[] = [exampleOf('run_start'), ...drafts].map((draft, seq) =>
    sealRecord(RUN, seq, 1_795_343_431_123_456 + seq, draft),
  );
  return htmlReport(records, { lang }).replace(/href="data:[^"]*"/, '');
}

function titlesOf(html: string): string[] {
  return [...html.matchAll(/<figcaption>([^<]*)/g)].map(([, title]) =>
    (title ?? '').replaceAll('&#39;', "'"),
  );
}

describe('charts', () => {
  it('compare arms a chart for each that others are compared with, and know the way to the server', () => {
    const cells = [
      { arm: 'none', rates: [100, 100] },
      { arm: 'kept', rates: [1000, 2000] },
      { arm: 'none', rates: [10, 10], where: '+2 ms' },
      { arm: 'kept', rates: [400, 400], where: '+2 ms' },
    ];
    const comparison = { arm: 'kept', against: 'none', answer: 'better' as const };
    const between = (way: string) => ({
      cell: `kept select ×10${way}`,
      against_cell: `none select ×10${way}`,
    });
    const html = pageOf(
      [
        ...cells.flatMap((cell) => cellOf({ scenario: 'S2', ...cell })),
        verdictOf({ ...comparison, ...between(''), value: 15, low: 10, high: 20, method: 'range' }),
        verdictOf({ ...comparison, ...between(' +2 ms'), value: 40, low: 40, high: 40, method: 'range' }),
      ],
      'ko',
    );
    expect(titlesOf(html).filter((title) => title.startsWith('‘none’ 대비'))).toEqual([
      '‘none’ 대비 처리량: 나음 2',
    ]);
    expect(html).toContain('>select: kept<');
    expect(html).toContain('>select +2 ms: kept<');
  });

  it('draw a sweep with the advised size, its curve and its knees', () => {
    const sizes = [1, 2, 5, 10, 20, 50];
    const html = pageOf([
      ...sizes.flatMap((size) =>
        cellOf({
          scenario: 'S3',
          arm: `pool ${size}`,
          size,
          rates: [(900 * size) / (1 + 0.2 * (size - 1) + 0.008 * size * (size - 1))],
        }),
      ),
      verdictOf({ scenario: 'S3', subject: 'size', answer: 'advised', value: 10, method: 'near best' }),
      verdictOf({ scenario: 'S3', subject: 'finding', answer: 'stated', value: 10, method: 'usl' }),
    ]);
    expect(titlesOf(html)).toContain('select: a pool of 10 is within 5% of the best throughput');
    expect(html).toContain('class="plot-curve"');
    expect(html).toMatch(/advised: 10.*Kneedle: \d+.*USL peak: 10/s);
    expect(html).toContain('max: 10, connectionTimeoutMillis');
  });

  it('draw a ladder with its objective, and rungs that were not kept up with', () => {
    const html = pageOf([
      ...[100, 200].flatMap((rate) =>
        cellOf({ scenario: 'S4', arm: 'pool', load: openAt(rate), rates: [Math.min(rate, 150)] }),
      ),
      verdictOf({
        ...{ scenario: 'S4', subject: 'finding', answer: 'stated', metric: 'load.target_rate' },
        ...{ value: 100, method: 'p99 within 20 ms' },
      }),
    ]);
    expect(titlesOf(html)).toContain('select: the objective for p99 is met up to 100 operations a second');
    expect(html).toContain('Objective for p99 20 ms');
    expect(html).toContain('class="plot-short"');
  });

  it('set an open loop beside the closed one of the same stall', () => {
    const stalled = { scenario: 'S5', arm: 'pool', where: 'table locked', rates: [100] };
    const html = pageOf([
      ...cellOf({ ...stalled, ms: 2 }),
      ...cellOf({ ...stalled, load: openAt(100), ms: 200 }),
      ...cellOf({ scenario: 'S5', arm: 'pool', rates: [300] }),
    ]);
    expect(titlesOf(html)).toEqual([
      expect.stringMatching(/^pool, table locked: p99 39\d ms for users, 3\.9\d ms by a closed loop$/),
    ]);
  });

  it('mark the longest silence of a disturbed cell, not a shorter one', () => {
    const terms = { scenario: 'S12', arm: 'pool', where: 'terminated', rates: [10] };
    const [start, end] = cellOf(terms);
    const html = pageOf([
      start!,
      ...intervals('pool select ×10 terminated', [0, 9, 0, 9, 9, 0, 0, 0, 9, 9]),
      end!,
    ]);
    expect(html).toContain('answers stop 5.00 s; answers again 8.00 s');
  });

  it('mark what was done to a cell, and have PostgreSQL’s side where each second tells of it', () => {
    const cell = 'pool select ×10 terminated';
    const done = { ...exampleOf('event'), scenario: 'S12', arm: 'pool', cell, round: 1 };
    const [start, end] = cellOf({ scenario: 'S12', arm: 'pool', where: 'terminated', rates: [10] });
    const drafts = (more: (interval: RecordDraft) => RecordDraft): RecordDraft[] => [
      start!,
      { ...done, elapsed_s: 2.5, what: 'back-ends-terminated' },
      { ...done, elapsed_s: 3.5, what: 'of-tomorrow', sentence: 'Something new was done.' },
      { ...done, elapsed_s: 4.5, round: 2 },
      { ...done, elapsed_s: null, cell: null, round: null },
      ...intervals(cell, [9, 9, 9, 9, 9, 9, 9, 9]).map(more),
      end!,
    ];
    const html = pageOf(
      drafts((interval) => interval),
      'ko',
    );
    expect(html).toContain('백엔드 종료 2.50 s; Something new was done. 3.50 s"');
    expect(html.match(/PostgreSQL: 바쁜 프로세서</g)).not.toBeNull();
    const older = pageOf(drafts((interval) => ({ ...interval, server: null }) as RecordDraft));
    expect(older).not.toContain('PostgreSQL: ');
  });

  it('keep apart the cells of two scenarios that have one name', () => {
    const terms = { arm: 'pool', where: 'terminated', rates: [10] };
    const [start, end] = cellOf({ ...terms, scenario: 'S12' });
    const html = pageOf([
      ...cellOf({ ...terms, scenario: 'S13' }),
      start!,
      ...intervals('pool select ×10 terminated', [9, 9, 9, 9, 9, 9, 9, 9]),
      end!,
    ]);
    expect(titlesOf(html).filter((title) => title.includes('as it went'))).toEqual([
      'pool select ×10 terminated: as it went',
    ]);
  });

  it('fold away what is more than a few of one scenario', () => {
    const workloads = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const html = pageOf(
      workloads.flatMap((workload) =>
        cellOf({ scenario: 'S7', arm: 'pool', rates: [10] }).map((draft) => ({
          ...draft,
          ...(draft.type === 'cell_start' && { workload }),
          ...('cell' in draft && { cell: `pool ${workload} ×10` }),
        })),
      ),
    );
    expect(titlesOf(html)).toHaveLength(8);
    expect(html).toContain('2 more charts');
  });
});

it('draws nothing of what was not measured', () => {
  const html = pageOf([]);
  expect(html).not.toContain('<figure');
  expect(html).toContain('There is no verdict.');
});
