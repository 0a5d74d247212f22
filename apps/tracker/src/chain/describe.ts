import { isAddress, isHash, isObject, parseInteger, type JsonObject } from '@madang/icon';
import type { Batch, Question } from '@madang/indexer';
import { newContract, type Contract, type ContractVersion } from '../domain/contract-history.ts';
import type { ScoreApi } from '../domain/token-standard.ts';
import type { Subjects } from './subjects.ts';

/** What the node says about a contract after a block. Null where it has no such method or gives no such thing. */
export interface Description {
  readonly api: ScoreApi;
  readonly name: string | null;
  readonly symbol: string | null;
  readonly decimals: number | null;
}

/** All that the node is asked about these contracts. */
export function questionsAbout(subjects: readonly Subjects[]): Question[] {
  return subjects.flatMap(({ height, described, newcomers }) => [
    ...[...described].flatMap((address) => [
      apiOf(address, height),
      valueOf(address, 'name', height),
      valueOf(address, 'symbol', height),
      valueOf(address, 'decimals', height),
    ]),
    ...[...newcomers].map((address) => statusOf(address, height)),
  ]);
}

const apiOf = (address: string, height: number): Question => ({
  method: 'icx_getScoreApi',
  params: { address },
  height,
});

const statusOf = (address: string, height: number): Question => ({
  method: 'icx_getScoreStatus',
  params: { address },
  height,
});

const valueOf = (to: string, method: string, height: number): Question => ({
  method: 'icx_call',
  params: { to, dataType: 'call', data: { method } },
  height,
});

/** The answers about one contract. */
export function describe({ answer }: Batch, address: string, height: number): Description {
  const api = resultOf(answer(apiOf(address, height)));
  const text = (method: string): string | null => {
    const result = resultOf(answer(valueOf(address, method, height)));
    return typeof result === 'string' ? result : null;
  };
  return {
    api: Array.isArray(api) ? api : null,
    name: text('name'),
    symbol: text('symbol'),
    decimals: decimalsOf(text('decimals')),
  };
}

function resultOf(answer: ReturnType<Batch['answer']>): unknown {
  return answer.error === undefined ? answer.result : null;
}

const INTEGER = /^0x[0-9a-f]{1,2}$/;

function decimalsOf(text: string | null): number | null {
  return text !== null && INTEGER.test(text) ? Number(parseInteger(text)) : null;
}

/** A contract that another contract made, as far as the node tells. */
export function newcomer({ answer }: Batch, address: string, height: number): Contract {
  const status = resultOf(answer(statusOf(address, height)));
  const made = newContract(address, height);
  if (!isObject(status)) return made;
  const { owner, current } = status;
  const version = isObject(current) ? versionOf(current, height) : null;
  return {
    ...made,
    owner: typeof owner === 'string' && isAddress(owner) ? owner : null,
    language: version?.language ?? null,
    versions: version === null ? [] : [version],
  };
}

const LANGUAGES = ['python', 'java', 'system'] as const;

function versionOf(current: JsonObject, height: number): ContractVersion | null {
  const { deployTxHash, auditTxHash, codeHash, type } = current;
  if (!isHashText(deployTxHash)) return null;
  return {
    deployHash: deployTxHash,
    height,
    language: LANGUAGES.find((language) => language === type) ?? null,
    status: 'active',
    auditHash: isHashText(auditTxHash) ? auditTxHash : null,
    codeHash: isHashText(codeHash) ? codeHash : null,
  };
}

function isHashText(value: unknown): value is string {
  return typeof value === 'string' && isHash(value);
}
