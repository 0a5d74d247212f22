import { raise } from '@madang/errors';
import type { Archive } from '@madang/icon/archive';
import { defineAnswer } from '@madang/system';
import { z } from 'zod';
import { trackerHead } from '../chain/head.ts';
import { AddressInput, HashInput } from '../schemas.ts';
import { fileNotFound } from './contract.errors.ts';
import { contractWords } from './contract.words.ts';
import { loadSource } from './load-source.ts';
import { mainPath } from './open-source.ts';
import { SourcePage } from './source.page.tsx';
import { ContractSource, OpenedSource, SourceText } from './source.schema.ts';

const params = z.strictObject({ address: AddressInput });
const deploy = HashInput.optional().describe(
  'The deploy transaction of a version; the current one unless told',
);
const FileName = z.string().max(512).describe('Index in the archive, or the whole path');

export const contractFiles = defineAnswer({
  operationId: 'listContractFiles',
  path: '/contracts/:address/files',
  summary: {
    ko: '컨트랙트를 배포한 아카이브의 파일 목록. 코드 해시를 다시 계산해 확인합니다.',
    en: 'The files of the archive that brought a contract, after computing its code hash anew.',
  },
  params,
  query: z.strictObject({ deploy }),
  reply: ContractSource,
  version: ({ sql }) => trackerHead(sql),
  load: async ({ sql }, { address, deploy }) => (await loadSource(sql, address, deploy)).source,
});

export const contractFile = defineAnswer({
  operationId: 'getContractFile',
  path: '/contracts/:address/files/:file',
  summary: {
    ko: '컨트랙트 아카이브의 파일 하나와 그 글.',
    en: "One file of a contract's archive with its text.",
  },
  params: z.strictObject({ address: AddressInput, file: FileName }),
  query: z.strictObject({ deploy }),
  reply: SourceText,
  version: ({ sql }) => trackerHead(sql),
  async load({ sql }, { address, file, deploy }) {
    const { opened, refusal } = await loadSource(sql, address, deploy);
    if (refusal !== null) throw refusal;
    return fileOf(opened, file) ?? raise(fileNotFound({ address, file }));
  },
});

/** The page of a contract's files shows one of them below the list. */
export const contractSource = defineAnswer({
  operationId: 'getContractSource',
  path: '/contracts/:address/source',
  summary: {
    ko: '컨트랙트의 파일 목록과 그 가운데 하나의 글.',
    en: "A contract's files, and the text of one of them.",
  },
  params,
  query: z.strictObject({ deploy, file: FileName.optional() }),
  reply: OpenedSource,
  version: ({ sql }) => trackerHead(sql),
  async load({ sql }, { address, file, deploy }) {
    const { source, opened } = await loadSource(sql, address, deploy);
    const shown = file === undefined ? firstOf(opened) : fileOf(opened, file);
    if (shown === null && file !== undefined && opened !== null) throw fileNotFound({ address, file });
    return { ...source, shown };
  },
  page: {
    path: '/contracts/:address/files',
    title: (lang) => contractWords(lang)('sourceFiles'),
    draw: SourcePage,
  },
});

const INDEX = /^(0|[1-9]\d{0,4})$/;

function fileOf(archive: Archive | null, name: string): SourceText | null {
  const files = archive?.files ?? [];
  return textAt(archive, INDEX.test(name) ? Number(name) : files.findIndex(({ path }) => path === name));
}

/** The file with the contract's class, else the first that is text. */
function firstOf(archive: Archive | null): SourceText | null {
  if (archive === null) return null;
  const main = mainPath(archive);
  const at = archive.files.findIndex(({ path }) => path === main);
  return textAt(archive, at === -1 ? archive.files.findIndex(({ text }) => text !== null) : at);
}

function textAt(archive: Archive | null, index: number): SourceText | null {
  const file = archive?.files[index];
  if (file === undefined) return null;
  const { path, bytes, text } = file;
  return { index, path, size: bytes.length, isText: text !== null, text };
}
