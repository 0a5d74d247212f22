import { addressToBytes, hashToBytes, sha3 } from '@madang/icon';
import { keepText, sql } from '@madang/pg';
import { aHash, anAddress } from '@madang/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedArchive } from '../../test/recording.ts';
import { serveRows, type ServedRows } from '../../test/serve-rows.ts';
import { tokenHolders, tokenOwners, tokenTransfersOfToken } from '../token/holding.answer.ts';
import { oneToken, tokenOverview, tokens } from '../token/token.answer.ts';
import { contracts, oneContract } from './contract.answer.ts';
import { contractFile, contractFiles, contractSource } from './source.answer.ts';

const API = '/api/tracker/v1';
const HOSTILE = '<b>x</b>\u202e\0\ud800';
const NFT = recordedArchive();
const UNSAFE = Buffer.from(NFT.toString('latin1').replaceAll('nft/', '../x'), 'latin1');
const at = (n: number): string => anAddress(n, 'cx');

let served: ServedRows;

beforeAll(async () => {
  served = await serveRows({
    answers: [
      ...[contracts, oneContract, contractFiles, contractFile, contractSource],
      ...[tokens, oneToken, tokenOverview, tokenTransfersOfToken, tokenHolders, tokenOwners],
    ],
  });
  await fill();
});
afterAll(() => served.stop());

const get = (url: string) => served.ask(url);
const json = async <T>(path: string): Promise<T> => (await get(API + path)).json() as Promise<T>;
const failure = async (path: string): Promise<[number, string]> => {
  const response = await get(API + path);
  const { error } = (await response.json()) as { error?: { code: string } };
  return [response.status, error?.code ?? 'none'];
};

describe('the answers about contracts and tokens', () => {
  it.each([
    '/contracts',
    `/contracts/${at(1)}`,
    `/contracts/${at(1)}/files`,
    `/contracts/${at(1)}/files/0`,
    `/contracts/${at(1)}/source`,
    '/tokens',
    `/tokens/${at(1)}`,
    `/tokens/${at(1)}/overview`,
    `/tokens/${at(1)}/transfers`,
    `/tokens/${at(1)}/holders`,
    `/tokens/${at(1)}/owners`,
    `/tokens/${at(3)}/holders`,
  ])('fit their schemas: %s', async (path) => {
    expect((await get(API + path)).status).toBe(200);
  });

  it.each<[string, number, string]>([
    ['/contracts?status=gone', 400, 'HTTP_INPUT_INVALID'],
    ['/contracts?language=rust', 400, 'HTTP_INPUT_INVALID'],
    [`/contracts?q=${'x'.repeat(101)}`, 400, 'HTTP_INPUT_INVALID'],
    ['/contracts/cx12', 400, 'HTTP_INPUT_INVALID'],
    [`/contracts/${at(77)}`, 404, 'TRACKER_CONTRACT_NOT_FOUND'],
    [`/contracts/${at(77)}/files`, 404, 'TRACKER_CONTRACT_NOT_FOUND'],
    [`/contracts/${at(1)}/files?deploy=${aHash(99)}`, 404, 'TRACKER_CONTRACT_VERSION_NOT_FOUND'],
    ['/tokens?standard=erc20', 400, 'HTTP_INPUT_INVALID'],
    [`/tokens/${at(77)}`, 404, 'TRACKER_TOKEN_NOT_FOUND'],
    [`/tokens/${at(2)}/overview`, 404, 'TRACKER_TOKEN_NOT_FOUND'],
    [`/tokens/${at(77)}/transfers`, 404, 'TRACKER_TOKEN_NOT_FOUND'],
    [`/tokens/${at(77)}/holders`, 404, 'TRACKER_TOKEN_NOT_FOUND'],
    [`/tokens/${at(77)}/owners?format=csv`, 404, 'TRACKER_TOKEN_NOT_FOUND'],
    [`/tokens/${at(3)}/owners`, 404, 'TRACKER_TOKEN_WITHOUT_OWNERS'],
  ])('say what is wrong: %s', async (path, status, code) => {
    expect(await failure(path)).toEqual([status, code]);
  });

  it.each([
    ['/contracts', []],
    ['/contracts', ['x', at(1)]],
    ['/contracts', [1]],
    ['/tokens', [1, 'NaN']],
    ['/tokens', ['9'.repeat(30), at(1)]],
    [`/tokens/${at(1)}/holders`, ['NaN', at(1), '']],
    [`/tokens/${at(3)}/holders`, ['1', at(1)]],
    [`/tokens/${at(1)}/owners`, ['1e9', at(1)]],
  ])('refuse a cursor of %s with the made-up key %j', async (path, key) => {
    const { next } = await json<{ next: string }>(`${path}?limit=1`);
    const [scope] = JSON.parse(Buffer.from(next, 'base64url').toString()) as [string];
    const forged = Buffer.from(JSON.stringify([scope, ...key])).toString('base64url');
    for (const format of ['json', 'csv'])
      expect(await failure(`${path}?format=${format}&cursor=${forged}`)).toEqual([
        400,
        'LIST_CURSOR_INVALID',
      ]);
  });
});

describe('the files of a contract', () => {
  it('are those of the current version, or of the one that is named, after the hash was compared', async () => {
    expect(await json(`/contracts/${at(1)}/files`)).toMatchObject({
      version: { deployHash: aHash(1) },
      archive: { hash: sha3(NFT), size: NFT.length, matches: true },
      files: [
        { index: 0, path: 'nft/__init__.py', size: 22, isText: true },
        { index: 1, path: 'nft/main.py', size: 3155, isText: true },
        { index: 2, path: 'nft/package.json', size: 59, isText: true },
      ],
      missing: null,
    });
    expect(await json(`/contracts/${at(1)}/files?deploy=${aHash(11)}`)).toMatchObject({
      version: { deployHash: aHash(11) },
      archive: null,
      missing: { reason: 'undeployed' },
    });
  });

  it('are those of the newest version while none is active', async () => {
    expect(await json(`/contracts/${at(2)}/files`)).toMatchObject({ version: { deployHash: aHash(22) } });
  });

  it.each([
    [2, 'undeployed', null],
    [3, 'genesis', null],
    [4, 'refused', 'ICON_ARCHIVE_UNSAFE'],
    [5, 'undeployed', null],
  ])('of contract %s are not shown: %s', async (n, reason, code) => {
    expect(await json(`/contracts/${at(n)}/files`)).toMatchObject({ files: [], missing: { reason, code } });
    expect(await failure(`/contracts/${at(n)}/files/0`)).toEqual(
      code === null ? [404, 'TRACKER_CONTRACT_SOURCE_MISSING'] : [422, code],
    );
    expect((await get(`/tracker/contracts/${at(n)}/files`)).status).toBe(200);
  });

  it('are given one by one, by index and by path', async () => {
    const byIndex = await json<{ text: string }>(`/contracts/${at(1)}/files/1`);
    expect(byIndex).toMatchObject({ index: 1, path: 'nft/main.py', size: 3155, isText: true });
    expect(byIndex.text).toContain('IconScoreBase');
    expect(await json(`/contracts/${at(1)}/files/nft%2Fmain.py`)).toEqual(byIndex);
  });

  it.each(['3', '01', '-1', 'main.py', 'nft', '..%2Fmain.py', 'x'.repeat(512), 'a%00b'])(
    'that are not there are told so: %s',
    async (file) =>
      expect(await failure(`/contracts/${at(1)}/files/${file}`)).toEqual([
        404,
        'TRACKER_CONTRACT_FILE_NOT_FOUND',
      ]),
  );
});

describe('the pages of contracts and tokens', () => {
  const page = async (path: string): Promise<string> => {
    const answer = await get(`/tracker${path}`);
    const body = await answer.text();
    expect([path, answer.status]).toEqual([path, 200]);
    expect(body).not.toMatch(/style=|<b>x|\u202e|\ud800/);
    return body;
  };

  it.each(['ko', 'en'])('are drawn in %s, harmless whatever strangers wrote', async (lang) => {
    for (const n of [1, 2, 3, 4, 5]) {
      await page(`/contracts/${at(n)}?lang=${lang}`);
      await page(`/contracts/${at(n)}/files?lang=${lang}`);
    }
    for (const list of ['', '/transfers', '/holders']) {
      await page(`/tokens/${at(1)}${list}?lang=${lang}`);
      await page(`/tokens/${at(3)}${list}?lang=${lang}`);
    }
    expect(await page(`/tokens/${at(1)}/owners?lang=${lang}`)).toContain(anAddress(11));
    expect(await page(`/contracts?lang=${lang}`)).toContain(at(1));
    expect(await page(`/tokens?lang=${lang}`)).toContain(at(1));
    for (const list of ['/contracts', '/tokens'])
      expect(await page(`${list}?q=nobody&lang=${lang}`)).toContain('class="empty"');
  });

  it('explain the state of a contract, and count what cannot be read of its API', async () => {
    expect(await page(`/contracts/${at(2)}?lang=en`)).toContain('waits for its audit');
    expect(await page(`/contracts/${at(1)}?lang=en`)).toContain(
      '2 entries are not in the form of an ICON API',
    );
  });

  it('show the main file unless another is chosen, and say that the hash was compared', async () => {
    const main = await page(`/contracts/${at(1)}/files?lang=en`);
    expect(main).toContain('computed anew, the hash equals the code hash of the chain');
    expect(main).toContain('IconScoreBase');
    expect(await page(`/contracts/${at(1)}/files?lang=en&file=2`)).toContain('main_score');
    expect((await get(`/tracker/contracts/${at(1)}/files?file=9`)).status).toBe(404);
  });

  it("tell the archive's own reason for refusing it", async () => {
    expect(await page(`/contracts/${at(4)}/files?lang=en`)).toMatch(
      /ICON_ARCHIVE_UNSAFE.*leads out of the archive/s,
    );
  });

  it('say where supply and holders come from', async () => {
    expect(await page(`/tokens/${at(1)}?lang=en`)).toContain('worked out from the event logs');
  });
});

async function fill(): Promise<void> {
  const api = JSON.stringify([
    { type: 'function', name: HOSTILE, inputs: [{ name: HOSTILE, type: HOSTILE }] },
    null,
    7,
  ]);
  await contract(1, 'active', HOSTILE, api);
  await version(1, { deploy: 11, position: 0, status: 'retired' });
  await version(1, { deploy: 1, position: 1, code: sha3(NFT) });
  await sent(1, 'deploy', NFT);
  await contract(2, 'pending');
  await version(2, { deploy: 21, position: 0, status: 'superseded' });
  await version(2, { deploy: 22, position: 1, status: 'pending' });
  await contract(3, 'blocked', 'Many');
  await version(3, { deploy: 3 });
  await sent(3, 'genesis', null);
  await contract(4, 'disabled');
  await version(4, { deploy: 4, code: sha3(UNSAFE) });
  await sent(4, 'deploy', UNSAFE);
  await contract(5, 'unknown');
  await token(1, 'irc3');
  await token(3, 'irc31');
}

async function contract(n: number, status: string, name = '', api: string | null = null): Promise<void> {
  const kept = name === '' ? null : keepText(name);
  await served.test.database.execute(
    'test.contract',
    sql`
      insert into tracker.contract
        (address, language, status, blocked, disabled, first_height, name, symbol, api)
      values (${addressToBytes(at(n))}, 'python', ${status}, false, false, ${n}, ${kept}, ${kept}, ${api})`,
  );
}

interface VersionRow {
  readonly deploy: number;
  readonly position?: number;
  readonly status?: string;
  readonly code?: string;
}

async function version(n: number, row: VersionRow): Promise<void> {
  const { deploy, position = 0, status = 'active', code } = row;
  await served.test.database.execute(
    'test.version',
    sql`
      insert into tracker.contract_version (address, deploy_hash, position, height, language, status, code_hash)
      values (${addressToBytes(at(n))}, ${hashToBytes(aHash(deploy))}, ${position}, ${n}, 'python', ${status},
        ${code === undefined ? null : hashToBytes(code)})`,
  );
}

/** A transaction that sent an archive, or that of the genesis. */
async function sent(n: number, kind: string, archive: Buffer | null): Promise<void> {
  const hash = hashToBytes(aHash(n));
  const data = archive === null ? null : JSON.stringify({ content: `0x${archive.toString('hex')}` });
  await served.test.database.execute(
    'test.sent',
    sql`
      with hash as (insert into tracker.transaction_hash (hash, height, index) values (${hash}, ${n}, 0))
      insert into tracker.transaction
        (height, index, hash, time, kind, succeeded, fee, step_used, step_price, log_count, data)
      values (${n}, 0, ${hash}, now(), ${kind}, true, 0, 0, 0, 0, ${data})`,
  );
}

/** A token of two holders with two transfers. */
async function token(n: number, standard: string): Promise<void> {
  const address = addressToBytes(at(n));
  const [one, two] = [addressToBytes(anAddress(11)), addressToBytes(anAddress(12))];
  await served.test.database.execute(
    'test.token',
    sql`
      with moved as (
        insert into tracker.token_transfer
          (height, transaction_index, log_index, sub_index, time, token, standard, sender, recipient, value, token_id)
        select ${n}, 0, 0, id, now(), ${address}, ${standard}, ${one}, ${two}, 1, id
        from generate_series(1, 2) as id
      ), held as (
        insert into tracker.holding values (${address}, ${one}, 1), (${address}, ${two}, 2)
      ), owned as (
        insert into tracker.item values (${address}, 1, ${one}, 1), (${address}, 2, ${two}, 1)
      )
      insert into tracker.token (address, standard, total_supply, holders, transfers, first_height)
      values (${address}, ${standard}, 3, 2, 2, ${n})`,
  );
}

/** The archive of the recorded NFT. */
