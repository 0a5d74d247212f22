import { printable } from '@madang/errors';
import type { Stretch, Text } from '../../catalogue/finding.ts';

/** Name of the place that all paths are relative to; code hosts take it for the repository. */
export const ROOT = '%SRCROOT%';

/** The same of the older version of what is checked. */
export const OLDER_ROOT = '%OLDERROOT%';

type Root = typeof ROOT | typeof OLDER_ROOT;

/** Viewers show text as it is, so nothing may hide or reorder it. */
export const plain = (text: string): string => printable(text, 4000);

/** A path as a relative URI. */
export const artifact = (file: string, uriBaseId: Root = ROOT) => ({
  uri: file
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')))
    .join('/'),
  uriBaseId,
});

/** Columns count from 1 in UTF-16 units, and the end is excluded. */
export const region = ({ start, end }: Stretch) => ({
  startLine: start.line,
  startColumn: start.column + 1,
  endLine: end.line,
  endColumn: end.column + 1,
});

/** A place in the older version. */
export const olderLocation = (at: Stretch) => ({
  physicalLocation: { artifactLocation: artifact(at.file, OLDER_ROOT), region: region(at) },
});

export const location = (at: Stretch, message?: Text, language: 'en' | 'ko' = 'en') => ({
  physicalLocation: { artifactLocation: artifact(at.file), region: region(at) },
  ...(message === undefined ? {} : { message: { text: plain(message[language]) } }),
});
