import { describe, expect, it } from 'vitest';
import { useReplays } from '../../../test/replays.ts';
import { loadRecording, RECORDINGS, type Fault, type Recording, type Replay } from '../../index.ts';

const chain = await loadRecording(RECORDINGS.chain);
const audit = await loadRecording(RECORDINGS.auditChain);
const HASHES = [...chain.chain.transactions.keys()].slice(1, 4);

const replay = useReplays();

interface Answer {
  readonly id: number;
  readonly result?: { readonly txHash?: string; readonly height?: number };
  readonly error?: { readonly code: number; readonly message: string };
}

describe('an answer of a replay with faults', () => {
  it('has an error in place of one result of a batch', async () => {
    const { url } = await start({ kind: 'error', item: 1, code: -32000, message: 'SystemError: disk' });
    const { status, text } = await post(url, receipts());
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual([
      { jsonrpc: '2.0', id: 0, result: expect.objectContaining({ txHash: HASHES[0] }) as object },
      { jsonrpc: '2.0', id: 1, error: { code: -32000, message: 'SystemError: disk' } },
      { jsonrpc: '2.0', id: 2, result: expect.objectContaining({ txHash: HASHES[2] }) as object },
    ]);
  });

  it('is an error with the status of one', async () => {
    const { url } = await start({ kind: 'error', code: -31004, message: 'NotFound: no such thing' });
    const { status, text } = await post(url, block());
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ id: 9, error: { code: -31004 } });
  });

  it('gives two transactions the receipt of each other', async () => {
    const { url } = await start({ kind: 'swap', items: [0, 2] });
    const answers = JSON.parse((await post(url, receipts())).text) as Answer[];
    expect(answers.map(({ id, result }) => [id, result?.txHash])).toEqual([
      [0, HASHES[2]],
      [1, HASHES[1]],
      [2, HASHES[0]],
    ]);
  });

  it.each<[string, Fault, number[]]>([
    ['in another order', { kind: 'reverse' }, [2, 1, 0]],
    ['but one', { kind: 'drop', item: 1 }, [0, 2]],
    ['and one twice', { kind: 'duplicate', item: 1 }, [0, 1, 2, 1]],
    ['as they are when the fault does not fit', { kind: 'swap', items: [0, 9] }, [0, 1, 2]],
  ])('has the items of a batch %s', async (_, fault, ids) => {
    const { url } = await start(fault);
    const answers = JSON.parse((await post(url, receipts())).text) as Answer[];
    expect(answers.map(({ id }) => id)).toEqual(ids);
  });

  it('has a transaction twice in a block', async () => {
    const { url } = await start({ kind: 'repeatTransaction' });
    const answer = JSON.parse((await post(url, block())).text) as {
      result: { confirmed_transaction_list: { txHash: string }[] };
    };
    const hashes = answer.result.confirmed_transaction_list.map(({ txHash }) => txHash);
    expect(hashes.length).toBeGreaterThan(1);
    expect(hashes.at(-1)).toBe(hashes[0]);
  });

  it('has a number that no JavaScript number is', async () => {
    const { url } = await start({ kind: 'replace', member: 'height', json: '9007199254740993' });
    const { text } = await post(url, block());
    expect(text).toContain('"height":9007199254740993,');
    expect(JSON.parse(text)).toMatchObject({ id: 9, result: { version: '2.0' } });
  });

  it('has lists in lists in place of a result', async () => {
    const depth = 100_000;
    const json = '['.repeat(depth) + ']'.repeat(depth);
    const { url } = await start({ kind: 'replace', item: 1, json });
    const { text } = await post(url, receipts());
    expect(text).toContain(`"result":${json},"id":1}`);
  });

  it('has no end, until the client hangs up', async () => {
    const { url } = await start({ kind: 'flood' });
    const { body } = await fetch(url, { method: 'POST', body: JSON.stringify(block()) });
    let size = 0;
    for await (const bytes of body!) {
      size += bytes.length;
      if (size > 4 * 1024 * 1024) break;
    }
    expect(size).toBeGreaterThan(4 * 1024 * 1024);
  });

  it('can be of another chain, behind the same address and with the same network id', async () => {
    const first = await replay({ recording: chain });
    await first.stop();
    const other: Recording = { ...audit, state: { ...audit.state, network: chain.state.network } };
    const second = await replay({ recording: other, port: Number(new URL(first.url).port) });
    expect(second.url).toBe(first.url);
    const network = JSON.parse((await post(first.url, request('icx_getNetworkInfo', {}))).text) as object;
    expect(network).toMatchObject({ result: { nid: '0x7' } });
    const { text } = await post(first.url, request('icx_getBlockByHeight', { height: '0x0' }));
    expect(text).toContain(audit.chain.blocks[0]!);
  });
});

/** A replay whose answers all have this fault. */
function start(fault: Fault): Promise<Replay> {
  return replay({ recording: chain, faults: () => fault });
}

const request = (method: string, params: object, id = 9) => ({ jsonrpc: '2.0', id, method, params });
const block = () => request('icx_getBlockByHeight', { height: '0x12c' });
const receipts = () => HASHES.map((txHash, id) => request('icx_getTransactionResult', { txHash }, id));

async function post(url: string, body: object): Promise<{ status: number; text: string }> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
}
