import { createNodeClient } from '@madang/icon/client';
import { loadRecording, RECORDINGS, startReplay, type Fault, type Replay } from '@madang/localnet';
import { afterEach, describe, expect, it } from 'vitest';
import { answersTo } from './answers.ts';
import type { NodeAnswer, Question } from './index.ts';

const INSTALLED_AT = 0x2d;
const CONTRACT = 'cx0e52c284bf87d1c7552861cdad07fb7298aa67de';

const recording = await loadRecording(RECORDINGS.chain);
const replays: Replay[] = [];
afterEach(async () => {
  await Promise.all(replays.splice(0).map((replay) => replay.stop()));
});

const apiAfter = (height: number): Question => ({
  method: 'icx_getScoreApi',
  params: { address: CONTRACT },
  height,
});

const callAfter = (method: string, height = 100): Question => ({
  method: 'icx_call',
  params: { to: CONTRACT, dataType: 'call', data: { method } },
  height,
});

/** What a node answers; `faultOf` spoils the exchanges that it names. */
async function ask(
  questions: readonly Question[],
  faultOf: (exchange: number, body: string) => Fault | undefined = () => undefined,
  client: { maxAnswerBytes?: number } = {},
): Promise<NodeAnswer[]> {
  const replay = await startReplay({ recording, startHeight: 200, faults: faultOf });
  replays.push(replay);
  const node = createNodeClient({ url: replay.url, patienceMs: 0, ...client });
  try {
    return await answersTo(node, questions, new AbortController().signal);
  } finally {
    await node.close();
  }
}

const said = ({ error }: NodeAnswer): string => error?.code ?? 'a result';

describe('what counts as an answer', () => {
  it('is about the state after the block', async () => {
    const heights = [INSTALLED_AT - 1, INSTALLED_AT, INSTALLED_AT + 1];
    const answers = await ask(heights.map(apiAfter));
    expect(answers.map(said)).toEqual(['NODE_NOT_FOUND', 'a result', 'a result']);
  });

  it('is a refusal that follows from the state', async () => {
    const answers = await ask([callAfter('name'), callAfter('nothing'), callAfter('transfer')]);
    expect(answers.map(said)).toEqual(['a result', 'NODE_CONTRACT_FAILED', 'NODE_CONTRACT_FAILED']);
  });

  it('is an answer too large for the client, for that question alone', async () => {
    const huge = JSON.stringify('x'.repeat(100_000));
    const faults = (_: number, body: string): Fault | undefined =>
      body.includes('getScoreApi')
        ? { kind: 'replace', item: itemOf(body, 'icx_getScoreApi'), json: huge }
        : undefined;
    const answers = await ask([callAfter('name'), apiAfter(100), callAfter('symbol')], faults, {
      maxAnswerBytes: 50_000,
    });
    expect(answers.map(said)).toEqual(['a result', 'NODE_ANSWER_TOO_LARGE', 'a result']);
  });
});

function itemOf(body: string, method: string): number {
  return [JSON.parse(body)].flat().findIndex((request) => (request as { method: string }).method === method);
}

describe('what is trouble', () => {
  it.each<[string, Fault]>([
    ['a fault of the node', { kind: 'error', item: 1, code: -32603, message: 'InternalError: disk' }],
    ['a node that is overloaded', { kind: 'error', item: 1, code: -31000, message: 'System: no space' }],
    ['an answer that is missing', { kind: 'drop', item: 1 }],
  ])('is %s', async (_, fault) => {
    await expect(ask([callAfter('name'), callAfter('symbol')], () => fault)).rejects.toMatchObject({
      code: 'INDEXER_UNANSWERED',
      retry: 'later',
      message: expect.stringMatching(/after block 100 .*icx_call .*"symbol"/) as string,
    });
  });

  it('is a node that does not have the state, although it says the same as one without the contract', async () => {
    await expect(ask([apiAfter(200)])).rejects.toMatchObject({
      code: 'INDEXER_UNANSWERED',
      message: expect.stringMatching(/no block for 201/) as string,
    });
  });

  it('is not what another node, asked again, can answer', async () => {
    const notFound = { kind: 'error', code: -31004, message: 'NotFound: E1005:no block for 101' } as const;
    const answers = await ask([apiAfter(100)], (exchange) => (exchange === 1 ? notFound : undefined));
    expect(answers.map(said)).toEqual(['a result']);
  });
});
