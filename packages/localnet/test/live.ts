import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatInteger, transactionId, type JsonObject } from '@madang/icon';
import { sign } from '@madang/icon/signature';
import type { Wallet } from '../src/chain/keys.ts';
import { startLocalnet, type Localnet, type LocalnetSettings } from '../src/live/start-localnet.ts';
import { archiveOf } from '../src/scores/archive.ts';
import type { Score } from '../src/scores/score.ts';

/** 2026-01-01 00:00:00 UTC, in microseconds. */
const GENESIS_TIME = 1_767_225_600_000_000n;

/** A chain of its own for a test, whose blocks are made by hand, with hands to use it. */
export interface LiveBench {
  readonly net: Localnet;
  /** The answer as it comes. */
  ask(method: string, params?: unknown, path?: string): Promise<Answer>;
  /** A transaction, signed. */
  signed(from: Wallet, members: JsonObject): JsonObject;
  /** Sends a transaction, makes the blocks that bring its result, and gives that. */
  done(from: Wallet, members: JsonObject): Promise<Receipt>;
  deploy(from: Wallet, score: Score, params: JsonObject): Promise<Receipt>;
  call(from: Wallet, to: string, method: string, params?: JsonObject, value?: bigint): Promise<Receipt>;
  /** Stops the node; the folder stays for another one. */
  stop(): Promise<void>;
  readonly folder: string;
}

export interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
  /** Of a single request. */
  readonly result: unknown;
  readonly error: { readonly code: number; readonly message: string } | undefined;
}

export interface Receipt {
  readonly status: string;
  readonly failure?: { readonly code: string; readonly message: string };
  readonly scoreAddress?: string;
  readonly txHash: string;
  readonly blockHeight: string;
  readonly stepUsed: string;
  readonly eventLogs: readonly {
    readonly scoreAddress: string;
    readonly indexed: string[];
    readonly data: string[];
  }[];
}

const folders: string[] = [];

/** Removes what the benches of a test file left. */
export function removeChains(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export async function startLive(settings: Partial<LocalnetSettings> = {}): Promise<LiveBench> {
  const folder = settings.folder ?? mkdtempSync(join(tmpdir(), 'madang-localnet-'));
  folders.push(folder);
  const net = await startLocalnet({ folder, onDemand: true, genesisTime: GENESIS_TIME, ...settings });
  let nonce = 0;

  const ask: LiveBench['ask'] = async (method, params, path = '/api/v3') => {
    const body = { jsonrpc: '2.0', id: 1, method, ...(params !== undefined && { params }) };
    const response = await fetch(new URL(path, net.url), { method: 'POST', body: JSON.stringify(body) });
    const text = await response.text();
    const { result, error } = JSON.parse(text) as Pick<Answer, 'result' | 'error'>;
    return { status: response.status, type: response.headers.get('content-type'), text, result, error };
  };
  const signed: LiveBench['signed'] = (from, members) => {
    nonce += 1;
    const now = net.chain.timestampOf(net.chain.height()) || GENESIS_TIME;
    const transaction = {
      version: '0x3',
      from: from.address,
      nid: formatInteger(net.chain.terms.nid),
      nonce: formatInteger(nonce),
      stepLimit: '0x5f5e100',
      timestamp: formatInteger(now + BigInt(nonce)),
      ...members,
    };
    return { ...transaction, signature: sign(transactionId(transaction), from.privateKey) };
  };
  const done: LiveBench['done'] = async (from, members) => {
    const sent = await ask('icx_sendTransaction', signed(from, members));
    if (sent.error !== undefined) throw new Error(sent.error.message);
    net.produce();
    net.produce();
    const { result, error } = await ask('icx_getTransactionResult', { txHash: sent.result });
    if (error !== undefined) throw new Error(error.message);
    return result as Receipt;
  };
  return {
    ...{ net, folder, ask, signed, done },
    deploy: (from, score, params) =>
      done(from, {
        to: 'cx0000000000000000000000000000000000000000',
        stepLimit: '0x9502f900',
        dataType: 'deploy',
        data: { contentType: 'application/zip', content: `0x${archiveOf(score).toString('hex')}`, params },
      }),
    call: (from, to, method, params, value) =>
      done(from, {
        to,
        ...(value !== undefined && { value: formatInteger(value) }),
        dataType: 'call',
        data: { method, ...(params && { params }) },
      }),
    stop: net.stop,
  };
}
