import { aHash, aSealedBlock, aTransaction } from '@madang/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveRows, type ServedRows } from '../../test/serve-rows.ts';
import { overview } from './home.answer.ts';
import type { Overview } from './home.schema.ts';

let served: ServedRows;
const BLOCKS = 130;
/** Block 0 has one transaction, block 1 two, block 2 three, and so on, over and over. */
const countAt = (height: number): number => 1 + (height % 3);

beforeAll(async () => {
  served = await serveRows({ answers: [overview] });
});
afterAll(() => served.stop());

const page = async () => (await served.ask('/tracker', { 'accept-language': 'en' })).text();

describe('the first page', () => {
  it('has no chart before there are two blocks', async () => {
    const html = await page();
    expect(html).not.toContain('class="chart"');
    expect(html).toContain('Token transfers');
  });

  it('answers how busy the newest blocks are, in words, in a picture and in a table, without scripts', async () => {
    let hash = 0;
    const transactions = (count: number) =>
      Array.from({ length: count }, () => aTransaction({ hash: aHash(++hash) }));
    await served.write(
      Array.from({ length: BLOCKS }, (_, height) =>
        aSealedBlock({ height, transactions: transactions(countAt(height)) }),
      ),
    );
    await served.moveHead(BLOCKS - 1);
    const { activity } = (await (await served.ask('/api/tracker/v1/overview')).json()) as Overview;
    expect(activity).toEqual(
      Array.from({ length: 120 }, (_, index) => {
        const height = BLOCKS - 120 + index;
        return { height, transactionCount: countAt(height) };
      }),
    );
    const html = await page();
    expect(html).toContain('240 transactions in the latest 120 blocks, 2 per block on average');
    expect(/<path class="chart-bars[^>]*>/.exec(html)![0].split('M')).toHaveLength(121);
    expect(html.slice(html.indexOf('<details>')).match(/<tr>/g)!.length).toBeGreaterThan(120);
  });

  it('shows at most six counters', async () => {
    expect(/<dl class="facts">.*?<\/dl>/.exec(await page())![0].match(/<dt>/g)).toHaveLength(6);
  });
});
