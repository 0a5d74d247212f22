import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a node says of its chain; a test may change it while the node runs. */
export interface SmallChain {
  nid: string;
  /** The newest height. */
  latest: number;
  /** The first height that is kept. */
  earliest: number;
  /** The block hash at a height, without 0x. */
  hashAt: (height: number) => string;
  /** Answers with this status in place of everything. */
  broken: number | null;
}

export interface SmallNode {
  readonly url: string;
  readonly chain: SmallChain;
  /** Requests so far, by their methods. */
  readonly asked: string[];
  readonly stop: () => Promise<void>;
}

interface Call {
  readonly id: number;
  readonly method: string;
  readonly params?: { readonly height: string };
}

/** An HTTP server that knows the network and empty blocks: a node that can be of any network, behind, pruned or broken. */
export async function startSmallNode(changes: Partial<SmallChain> = {}): Promise<SmallNode> {
  const chain = { nid: '0x7', latest: 100, earliest: 0, hashAt: usualHash, broken: null, ...changes };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      if (request.method !== 'POST') return void response.writeHead(404).end('Not Found');
      let text = '';
      for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString('utf8');
      const body = JSON.parse(text) as Call | Call[];
      asked.push(...[body].flat().map(({ method }) => method));
      const answer = Array.isArray(body) ? body.map((call) => answerTo(call, chain)) : answerTo(body, chain);
      response
        .writeHead(chain.broken ?? 200, { 'content-type': 'application/json' })
        .end(chain.broken === null ? JSON.stringify(answer) : 'broken');
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`,
    chain,
    asked,
    stop: () => stop(server),
  };
}

export function usualHash(height: number): string {
  return height.toString(16).padStart(64, '0');
}

function answerTo({ id, method, params }: Call, { nid, latest, earliest, hashAt }: SmallChain): object {
  if (method === 'icx_getNetworkInfo') {
    const heights = { earliest: `0x${earliest.toString(16)}`, latest: `0x${latest.toString(16)}` };
    return { jsonrpc: '2.0', id, result: { platform: 'icon', nid, channel: 'icon_dex', ...heights } };
  }
  const height = Number(params?.height);
  if (height > latest || height < earliest) {
    return { jsonrpc: '2.0', id, error: { code: -31004, message: 'NotFound: no block' } };
  }
  const result = {
    version: '2.0',
    height,
    time_stamp: 0,
    block_hash: hashAt(height),
    confirmed_transaction_list: [],
  };
  return { jsonrpc: '2.0', id, result };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
