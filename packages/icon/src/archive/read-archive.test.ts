import { RECORDINGS } from '@madang/localnet';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readRecorded } from '../../test/recorded.ts';
import { writeZip } from '../../test/zip.ts';
import { isObject, sha3 } from '../index.ts';
import { readArchive } from './index.ts';

describe('readArchive', () => {
  it('gives the files in their order, as bytes and as text', async () => {
    const zip = writeZip([
      { name: 'token/' },
      { name: 'token/package.json', content: '{"version":"1.0","main_score":"Token"}' },
      { name: 'token/__init__.py' },
      { name: 'token/토큰.py', content: '# 마당 <b>\r\n', method: 0 },
      { name: 'token/logo.png', content: Buffer.of(0x89, 0x50, 0, 1) },
    ]);
    const { files, root, packageJson } = await readArchive(zip);
    expect(root).toBe('token/');
    expect(packageJson).toEqual({ version: '1.0', main_score: 'Token' });
    expect(files.map(({ path, text }) => [path, text])).toEqual([
      ['token/package.json', '{"version":"1.0","main_score":"Token"}'],
      ['token/__init__.py', ''],
      ['token/토큰.py', '# 마당 <b>\r\n'],
      ['token/logo.png', null],
    ]);
    expect(Buffer.from(files[3]!.bytes)).toEqual(Buffer.of(0x89, 0x50, 0, 1));
  });

  it('leaves out what nodes leave out, at any depth', async () => {
    const zip = writeZip([
      { name: '__MACOSX/package.json', content: '{}' },
      { name: 'a/package.json', content: '{"version":"2"}' },
      { name: 'a/__pycache__/a.pyc', content: 'x' },
      { name: 'a/__pycache__note.py', content: 'y' },
    ]);
    const { files, root } = await readArchive(zip);
    expect(files.map(({ path }) => path)).toEqual(['a/package.json', 'a/__pycache__note.py']);
    expect(root).toBe('a/');
  });

  it('takes the first package.json for the root, also at the top', async () => {
    const two = await readArchive(
      writeZip([{ name: 'b/package.json' }, { name: 'package.json', content: '{}' }]),
    );
    expect(two).toMatchObject({ root: 'b/', packageJson: null });
    const top = await readArchive(writeZip([{ name: 'package.json', content: '{}' }]));
    expect(top).toMatchObject({ root: '', packageJson: {} });
  });

  it.each(['', '[]', '{', 'null', '"text"'])('has no packageJson when the file holds %j', async (content) => {
    const { root, packageJson } = await readArchive(writeZip([{ name: 'package.json', content }]));
    expect({ root, packageJson }).toEqual({ root: '', packageJson: null });
  });

  it('has no root without a package.json', async () => {
    expect(await readArchive(writeZip([{ name: 'A.class', content: 'x' }]))).toMatchObject({
      root: null,
      packageJson: null,
    });
    expect((await readArchive(writeZip([]))).files).toEqual([]);
  });

  it('keeps a byte order mark, and calls what is not UTF-8 bytes', async () => {
    const zip = writeZip([
      { name: 'bom.py', content: '\ufeffx' },
      { name: 'latin.py', content: Buffer.of(0x63, 0xe9) },
    ]);
    expect((await readArchive(zip)).files.map(({ text }) => text)).toEqual(['\ufeffx', null]);
  });

  it('reads a name that is not UTF-8 in the old code page', async () => {
    const zip = writeZip([{ name: Buffer.of(0x81, 0x2e, 0x70, 0x79), flags: 0, content: 'x' }]);
    expect((await readArchive(zip)).files.map(({ path }) => path)).toEqual(['ü.py']);
  });

  it('reads an archive that is a part of other bytes, and one with a comment', async () => {
    const zip = writeZip([{ name: 'a.py', content: 'x' }], 'made by hand');
    const around = new Uint8Array(zip.length + 20);
    around.set(zip, 7);
    const { files } = await readArchive(around.subarray(7, 7 + zip.length));
    expect(files.map(({ text }) => text)).toEqual(['x']);
  });
});

describe('the archives of the recorded chains', async () => {
  const chains = await Promise.all([readRecorded(RECORDINGS.chain), readRecorded(RECORDINGS.auditChain)]);
  const deploys = chains
    .flatMap(({ blocks }) => blocks.flatMap((block) => block.transactions))
    .filter(({ kind }) => kind === 'deploy')
    .map(({ hash, data }) => ({ hash, zip: contentOf(data) }));

  it('are opened: a Python contract with its package.json each', async () => {
    const archives = deploys.map(({ zip }) => zip).filter((zip) => zip.length > 100);
    expect(archives).toHaveLength(20);
    for (const zip of archives) {
      const { files, root, packageJson } = await readArchive(zip);
      expect(root).toMatch(/^\w+\/$/);
      expect(packageJson).toMatchObject({ version: expect.any(String) as string });
      const main = `${root}${String(packageJson!['main_module'] ?? packageJson!['main_file'])}.py`;
      expect(files.find(({ path }) => path === main)?.text).toContain(
        `class ${String(packageJson!['main_score'])}`,
      );
      expect(files.every(({ text }) => text !== null)).toBe(true);
    }
  });

  it('have the code hashes that the node states', async () => {
    const hashes = new Map(deploys.map(({ hash, zip }) => [hash, sha3(zip)]));
    const states = [...(await versions(RECORDINGS.chain)), ...(await versions(RECORDINGS.auditChain))];
    const deployed = states.filter(({ deployTxHash }) => hashes.has(deployTxHash));
    expect(deployed.length).toBeGreaterThanOrEqual(9);
    for (const { deployTxHash, codeHash } of deployed) expect(hashes.get(deployTxHash)).toBe(codeHash);
  });

  it('are refused where the sender did not send a zip', async () => {
    const [broken, ...more] = deploys.map(({ zip }) => zip).filter((zip) => zip.length <= 100);
    expect(more).toEqual([]);
    await expect(readArchive(broken!)).rejects.toMatchObject({ code: 'ICON_ARCHIVE_DAMAGED' });
  });
});

function contentOf(data: unknown): Buffer {
  return Buffer.from(String(isObject(data) ? data['content'] : '').slice(2), 'hex');
}

interface Version {
  readonly deployTxHash: string;
  readonly codeHash: string;
}

// Every version of a contract, at work or waiting, that the node tells of.
async function versions(folder: URL): Promise<Version[]> {
  const { contracts } = JSON.parse(await readFile(new URL('state.json', folder), 'utf8')) as {
    contracts: Record<string, { status: { current?: Version; next?: Version } }>;
  };
  return Object.values(contracts).flatMap(({ status }) => [status.current ?? [], status.next ?? []].flat());
}
