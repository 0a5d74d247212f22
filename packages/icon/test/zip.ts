import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip archive to write; all but the name can be made to lie. */
export interface ZipEntry {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  /** 0 stored, 8 deflated (the default). */
  readonly method?: number;
  readonly flags?: number;
  /** Unix mode with the kind of file, such as 0o120777 for a link. */
  readonly mode?: number;
  readonly extra?: Uint8Array;
  /** What the entry says instead of the truth. */
  readonly says?: { readonly size?: number; readonly crc?: number; readonly localName?: string };
}

const UTF8 = 0x800;

/** Writes a zip archive of these entries, as they are. */
export function writeZip(entries: readonly ZipEntry[], comment = ''): Buffer {
  const contents: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, central } = writeEntry(entry, offset);
    contents.push(local);
    directory.push(central);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  return Buffer.concat([...contents, list, endRecord(entries.length, list.length, offset, comment)]);
}

/** The record at the end of a zip archive. */
export function endRecord(entries: number, size: number, offset: number, comment = ''): Buffer {
  const text = Buffer.from(comment, 'latin1');
  return Buffer.concat([
    uint32(0x06054b50, 0),
    uint16(entries, entries),
    uint32(size, offset),
    uint16(text.length),
    text,
  ]);
}

function writeEntry(entry: ZipEntry, offset: number): { local: Buffer; central: Buffer } {
  const { method = 8, flags = UTF8, mode = 0, extra = Buffer.alloc(0), says = {} } = entry;
  const content = Buffer.from(entry.content ?? '');
  const name = Buffer.from(entry.name);
  const localName = Buffer.from(says.localName ?? entry.name);
  const data = method === 8 ? deflateRawSync(content) : content;
  const facts = [
    uint16(20, flags, method, 0, 0),
    uint32(says.crc ?? crc32(content), data.length, says.size ?? content.length),
  ];
  return {
    local: Buffer.concat([uint32(0x04034b50), ...facts, uint16(localName.length, 0), localName, data]),
    central: Buffer.concat([
      uint32(0x02014b50),
      uint16((3 << 8) | 20),
      ...facts,
      uint16(name.length, extra.length, 0, 0, 0),
      uint32((mode << 16) >>> 0, offset),
      name,
      extra,
    ]),
  };
}

function uint16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, i) => bytes.writeUInt16LE(value, i * 2));
  return bytes;
}

function uint32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => bytes.writeUInt32LE(value, i * 4));
  return bytes;
}
