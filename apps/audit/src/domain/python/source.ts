import type { SyntaxFault } from './faults.ts';

/** A file as text: what its bytes say, and what is wrong with them. */
export interface SourceText {
  readonly text: string;
  /** As TextDecoder names it; nothing where characters had to be replaced, so that the text cannot be written back. */
  readonly encoding: string | undefined;
  readonly faults: readonly SyntaxFault[];
}

/** PEP 263: a comment in the first two lines that names the encoding. */
const CODING = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;

/**
 * Decodes a Python file as an engine does: UTF-8 unless a coding line says otherwise, a byte-order mark allowed. What is not valid
 * is a fault, and is read with replacement characters, as EUC-KR where that fits (contracts exist whose comments are in it).
 */
export function decodeSource(bytes: Uint8Array): SourceText {
  const named = codingOf(bytes);
  const label = named === undefined ? 'utf-8' : labelOf(named);
  const labelled = label === undefined ? undefined : decode(bytes, label);
  const text = labelled ?? decode(bytes, 'utf-8');
  // CPython names line 1 whichever of the two lines the coding stands in.
  const unknown: SyntaxFault[] =
    label === undefined && named !== undefined
      ? [{ code: 'unknown-coding', what: named, start: 0, end: 1 }]
      : [];
  if (text !== undefined) {
    const encoding = labelled === undefined ? 'utf-8' : label;
    return { text, encoding, faults: [...unknown, ...nullFaults(text)] };
  }
  const korean = decode(bytes, 'euc-kr');
  const read = korean ?? new TextDecoder('utf-8').decode(bytes);
  const start = firstForeign(read);
  return {
    text: read,
    encoding: korean === undefined ? undefined : 'euc-kr',
    faults: [{ code: 'not-utf-8', what: korean === undefined ? 'UTF-8' : 'EUC-KR', start, end: start + 1 }],
  };
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Python's names of encodings as TextDecoder knows them; those that neither knows are undefined. */
function labelOf(named: string): string | undefined {
  const name = named.toLowerCase().replaceAll('_', '-');
  if (/^(?:utf-?8|u8)(?:-|$)/.test(name)) return 'utf-8';
  const label = PYTHON_NAMES.get(name) ?? name.replace(/^cp(?=12\d\d$)/, 'windows-');
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

const PYTHON_NAMES: ReadonlyMap<string, string> = new Map([
  ...['latin-1', 'iso8859-1', '8859', 'l1'].map((name) => [name, 'latin1'] as const),
  ...['cp949', 'ms949', 'uhc', 'euckr', 'ks-c-5601', 'ksc5601', 'ksx1001'].map(
    (name) => [name, 'euc-kr'] as const,
  ),
  ...['sjis', 'cp932', 'ms932', 'eucjp'].map(
    (name) => [name, name === 'eucjp' ? 'euc-jp' : 'shift_jis'] as const,
  ),
]);

function codingOf(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).split(/\r\n?|\n/, 2);
  for (const line of head) {
    const found = CODING.exec(line)?.[1];
    if (found !== undefined) return found;
    if (line.trim() !== '' && !line.trimStart().startsWith('#')) return undefined;
  }
  return undefined;
}

function nullFaults(text: string): SyntaxFault[] {
  const at = text.indexOf('\0');
  return at < 0 ? [] : [{ code: 'null-character', what: '\\0', start: at, end: at + 1 }];
}

function firstForeign(text: string): number {
  const at = text.search(/[^\p{ASCII}]/u);
  return Math.max(at, 0);
}
