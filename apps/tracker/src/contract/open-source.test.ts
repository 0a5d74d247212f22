import { sha3 } from '@madang/icon';
import { aHash } from '@madang/testkit';
import { describe, expect, it } from 'vitest';
import { recordedArchive } from '../../test/recording.ts';
import type { ContractVersion } from './contract.schema.ts';
import { mainPath, openSource } from './open-source.ts';

const zip = recordedArchive();
const sentOf = (bytes: Buffer) => ({ kind: 'deploy', data: { content: `0x${bytes.toString('hex')}` } });
const version = (changes: Partial<ContractVersion> = {}): ContractVersion => ({
  deployHash: aHash(1),
  auditHash: aHash(1),
  codeHash: sha3(zip),
  status: 'active',
  language: 'python',
  height: 1,
  ...changes,
});

describe('opening the archive of a contract', () => {
  it('gives its files once its hash equals the code hash', async () => {
    const { archive, opened, missing } = await openSource(version(), sentOf(zip));
    expect(archive).toEqual({ hash: sha3(zip), size: zip.length, matches: true });
    expect(missing).toBeNull();
    expect(opened?.files.map(({ path }) => path)).toEqual([
      'nft/__init__.py',
      'nft/main.py',
      'nft/package.json',
    ]);
    expect(mainPath(opened!)).toBe('nft/main.py');
  });

  it('says so where there is no hash to compare with', async () => {
    const { archive, opened } = await openSource(version({ codeHash: null }), sentOf(zip));
    expect([archive?.matches, opened?.files.length]).toEqual([null, 3]);
  });

  it('shows no other code than the one that the chain names', async () => {
    const result = await openSource(version({ codeHash: aHash(9) }), sentOf(zip));
    expect(result).toMatchObject({ archive: { matches: false }, opened: null, missing: { reason: 'other' } });
  });

  it.each([
    ['system', version({ language: 'system' }), sentOf(zip)],
    ['genesis', version(), { kind: 'genesis', data: null }],
    ['java', version({ language: 'java' }), sentOf(zip)],
    ['undeployed', version(), null],
    ['undeployed', null, null],
    ['unsent', version(), { kind: 'deploy', data: null }],
    ['unsent', version(), { kind: 'deploy', data: { content: 7 } }],
    ['unsent', version(), { kind: 'deploy', data: { content: 'PK' } }],
    ['unsent', version(), { kind: 'deploy', data: { content: '0x504' } }],
    ['unsent', version(), { kind: 'deploy', data: { content: '0x50zz' } }],
  ])('says why there is no source: %s', async (reason, of, sent) => {
    expect(await openSource(of, sent)).toEqual({
      archive: null,
      opened: null,
      missing: { reason, error: null },
    });
  });

  it.each([
    [
      'leads out of the archive',
      Buffer.from(zip.toString('latin1').replaceAll('nft/', '../x'), 'latin1'),
      'UNSAFE',
    ],
    ['is cut off', zip.subarray(0, 900), 'DAMAGED'],
    ['is no zip', Buffer.from('hello'), 'DAMAGED'],
    ['is empty', Buffer.alloc(0), 'DAMAGED'],
  ])("refuses one that %s, in the archive's own words", async (_what, bytes, code) => {
    const { opened, missing } = await openSource(version({ codeHash: sha3(bytes) }), sentOf(bytes));
    expect(opened).toBeNull();
    expect(missing).toMatchObject({ reason: 'refused', error: { code: `ICON_ARCHIVE_${code}` } });
  });

  it('knows the main file by an old package.json and one in a folder, or not at all', () => {
    const archive = { files: [], root: 'a/' };
    expect(mainPath({ ...archive, packageJson: { main_file: 'token' } })).toBe('a/token.py');
    expect(mainPath({ ...archive, packageJson: { main_module: 'src.token' } })).toBe('a/src/token.py');
    expect(mainPath({ ...archive, packageJson: { main_module: 7 } })).toBeNull();
    expect(mainPath({ files: [], root: null, packageJson: null })).toBeNull();
  });
});
