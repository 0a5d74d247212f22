import {
  Card,
  Empty,
  Fold,
  formatBytes,
  Table,
  UntrustedText,
  useWords,
  visible,
  type Column,
} from '@madang/web';
import type { VNode } from 'preact';
import { contractWords } from './contract.words.ts';
import type { ContractSource, SourceFile, SourceText } from './source.schema.ts';

/** Characters of a file that the page shows; a file may be 1 MiB long. */
const MOST_CHARACTERS = 100_000;

/** The files of an archive, each a link that shows its text on this page. */
export function FilesCard({ source }: { source: ContractSource }): VNode {
  const t = useWords(contractWords);
  const columns: Column<SourceFile>[] = [
    {
      key: 'path',
      head: t('path'),
      phone: true,
      cell: ({ index, path }) => (
        <a href={addressOf(source, index)}>
          <UntrustedText text={path} max={200} />
        </a>
      ),
    },
    {
      key: 'content',
      head: t('content'),
      phone: false,
      cell: ({ isText }) => t(isText ? 'text' : 'binary'),
    },
    { key: 'size', head: t('size'), align: 'right', phone: true, cell: ({ size }) => formatBytes(size) },
  ];
  return (
    <Card title={t('files')}>
      {source.files.length === 0 ? (
        <Empty>{t('noFiles')}</Empty>
      ) : (
        <Table caption={t('files')} rows={source.files} keyOf={({ index }) => index} columns={columns} />
      )}
    </Card>
  );
}

function addressOf({ address, version }: ContractSource, index: number): string {
  const deploy = version === null ? '' : `deploy=${version.deployHash}&`;
  return `/tracker/contracts/${address}/files?${deploy}file=${index}`;
}

/** One file. Its text is a stranger's and is shown as nothing but text. */
export function TextCard({ file, source }: { file: SourceText; source: ContractSource }): VNode {
  const t = useWords(contractWords);
  const { index, path, text } = file;
  const deploy = source.version === null ? '' : `?deploy=${source.version.deployHash}`;
  const api = `/api/tracker/v1/contracts/${source.address}/files/${index}${deploy}`;
  return (
    <Card title={t('content')} action={{ href: api, label: t('wholeText') }}>
      {text === null ? (
        <Empty>
          <UntrustedText text={path} max={200} /> {t('binaryFile')}
        </Empty>
      ) : (
        <Fold name={visible(path.slice(0, 200))} text={text} max={MOST_CHARACTERS} open />
      )}
    </Card>
  );
}
