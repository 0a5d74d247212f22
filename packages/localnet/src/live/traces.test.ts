import { genesisId, isObject, type JsonObject } from '@madang/icon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeChains } from '../../test/live.ts';
import { recordedTraces, type RecordedTrace } from '../../test/recorded.ts';
import { startScene, type Scene } from '../../test/scene.ts';
import { masked } from '../../test/shape.ts';
import type { Wallet } from '../chain/keys.ts';
import { archiveOf } from '../scores/archive.ts';
import { FAULTY } from '../scores/faulty.ts';
import { IRC2 } from '../scores/irc2.ts';
import type { Score } from '../scores/score.ts';

/** A transaction, by whom it is sent. */
interface Sending {
  readonly from: Wallet;
  readonly members: JsonObject;
}

/** What was recorded, done with the contracts of a live chain; parameters that are about nobody are as recorded. */
const AGAIN: Readonly<Record<string, (scene: Scene, recorded: JsonObject) => Sending>> = {
  'deploy Reverted(30)': ({ owner }) => deploy(owner, FAULTY, { fail: '0x1' }),
  'deploy InvalidParameter': ({ owner }) => deploy(owner, IRC2, { _name: 'Madang' }),
  divide: ({ owner, faulty }, params) => call(owner, faulty, 'divide', params),
  stop: ({ owner, faulty }, params) => call(owner, faulty, 'stop', params),
  spend: ({ owner, faulty, other }) => call(owner, faulty, 'spend', { to: other.address, value: '0x1' }),
  'transfer Reverted(1)': ({ other, token, owner }) =>
    call(other, token, 'transfer', { _to: owner.address, _value: '0x5', _data: '0x6d' }),
  'transfer Reverted(21)': ({ owner, token, market }, { _data }) =>
    call(owner, token, 'transfer', { _to: market, _value: '0x5', _data }),
  'transfer Reverted(6)': ({ owner, collection, other }) =>
    call(owner, collection, 'transfer', { _to: other.address, _tokenId: '0x1' }),
  'transfer ContractNotFound': ({ owner, other }) =>
    call(owner, `cx${'7'.repeat(40)}`, 'transfer', { _to: other.address }),
  transferFrom: ({ other, multiToken, owner }, { _id, _value }) =>
    call(other, multiToken, 'transferFrom', { _from: other.address, _to: owner.address, _id, _value }),
  mint: ({ other, token }) => call(other, token, 'mint', { _to: other.address, _value: '0x5' }),
  split: (scene, { to }) =>
    call(scene.owner, scene.market, 'split', { to: namesakes(scene, to) }, { value: '0xffff' }),
  many: ({ owner, market }, params) => call(owner, market, 'many', params),
  airdrop: (scene, { _to }) =>
    call(scene.owner, scene.token, 'airdrop', { _to: namesakes(scene, _to), _value: '0x1' }),
  'coins alone': ({ owner, token }) => ({ from: owner, members: { to: token, value: '0x5' } }),
};

function call(from: Wallet, to: string, method: string, params: JsonObject, more: JsonObject = {}): Sending {
  return { from, members: { to, dataType: 'call', data: { method, params }, ...more } };
}

function deploy(from: Wallet, score: Score, params: JsonObject): Sending {
  const content = `0x${archiveOf(score).toString('hex')}`;
  const data = { contentType: 'application/zip', content, params };
  const to = `cx${'0'.repeat(40)}`;
  return { from, members: { to, stepLimit: '0x9502f900', dataType: 'deploy', data } };
}

/** As many wallets as were recorded, the same one where it was the same. */
function namesakes({ net }: Scene, recorded: unknown): string[] {
  return (recorded as string[]).map((address) => net.wallet(address).address);
}

/** What a transaction did and what became of it: `transfer Reverted(1)`. */
function kindOf({ transaction: { data, dataType }, result }: RecordedTrace): string {
  const { method } = isObject(data) ? data : {};
  const does = typeof method === 'string' ? method : dataType === 'deploy' ? 'deploy' : 'coins alone';
  return `${does} ${/status=(\S+)/.exec(result.logs.at(-1)!.msg)![1]!}`;
}

function againFor(kind: string): (typeof AGAIN)[string] {
  const again = AGAIN[kind] ?? AGAIN[kind.slice(0, kind.lastIndexOf(' '))];
  if (again === undefined) throw new Error(`${kind} is not done again.`);
  return again;
}

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(async () => {
  await scene.stop();
  removeChains();
});

const traces = recordedTraces().map((trace) => ({ ...trace, kind: kindOf(trace) }));

describe('a trace', () => {
  it('was recorded of these kinds, and each is done again', () => {
    expect(traces).toHaveLength(32);
    expect(() => traces.map(({ kind }) => againFor(kind))).not.toThrow();
  });

  it.each(traces)('tells the same in the same words: $kind', async ({ kind, transaction, result }) => {
    const { data } = transaction;
    const params = isObject(data) && isObject(data['params']) ? data['params'] : {};
    const { from, members } = againFor(kind)(scene, params);
    const { txHash, stepUsed } = await scene.done(from, members);
    const answer = await scene.ask('debug_getTrace', { txHash }, '/api/v3d');
    expect(answer.status).toBe(200);
    const traced = answer.result as RecordedTrace['result'];
    expect(linesOf(traced)).toEqual(linesOf(result));
    expect(Object.keys(traced)).toEqual(Object.keys(result));
    expect({ ...traced, logs: [] }).toEqual({ ...result, logs: [] });
    expect(Object.keys(traced.logs[0]!)).toEqual(Object.keys(result.logs[0]!));
    expect(stepsIn(traced)).toBe(BigInt(stepUsed));
    if (SAME_STEPS.some((does) => kind.startsWith(does))) expect(stepsIn(traced)).toBe(stepsIn(result));
  });
});

describe('the first transaction of a block, sent by nobody', () => {
  it.each([0, 1])('has a trace without lines, at height %d', async (height) => {
    const { ledger } = scene.net.chain;
    const { confirmed_transaction_list: list } = JSON.parse(ledger.block(height)) as {
      confirmed_transaction_list: readonly JsonObject[];
    };
    const txHash = height === 0 ? genesisId(list[0]) : list[0]!['txHash'];
    const { result } = await scene.ask('debug_getTrace', { txHash }, '/api/v3d');
    expect(result).toEqual({ logs: [], status: '0x1' });
  });
});

/** Sent as it was recorded, to a contract that does the same: as many steps are used. */
const SAME_STEPS = ['divide', 'stop', 'many', 'coins alone'];

const stepsIn = ({ logs }: RecordedTrace['result']): bigint =>
  BigInt(/ steps=(\d+) /.exec(logs.at(-1)!.msg)![1]!);

/**
 * Level and words of each line, with addresses, hashes and numbers replaced, except those of frames, of failures, and of what is
 * counted. What contracts read and write there is one line: theirs keep other things under other keys. Their own words when they
 * stop, and their APIs, are replaced too.
 */
function linesOf({ logs }: RecordedTrace['result']): string[] {
  const lines = logs.map(({ level, msg }) => `${level} ${wordsOf(msg)}`);
  return lines.filter((line, i) => !line.endsWith(STATE) || line !== lines[i - 1]);
}

const STATE = '<state>';

function wordsOf(msg: string): string {
  return masked(msg)
    .replace(/(?:GETVALUE|SETVALUE|DELETE) .*/, STATE)
    .replace(/info=\[.*\]$/, 'info=<api>')
    .replace(/(\[ScoreException\]) .*/, '$1 <words>')
    .replace(/(CALL done status=Reverted\(\d+\) .*msg=).*/, '$1<words>')
    .replaceAll(/<[0-9a-f]{2,}>/g, '<bytes>')
    .replaceAll(/\b(steps|cost|total|value|amount|old|fee|price|steplimit)=\d+/g, '$1=<number>')
    .replace(/(type=(?:input|contractSet) count)=\d+/, '$1=<number>');
}
