import { crc32 } from 'node:zlib';

const LOCAL_ENTRY = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** ZIP 2.0. */
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x800;
/** Deflated bytes differ between versions of zlib, and with them the code hash; stored ones do not. */
const STORED = 0;
/** 1980-01-01 00:00:00, the first that the format can say. */
const [TIME, DATE] = [0, 0x0021];

/** A zip archive of texts, by path in the order of their names: the same bytes whenever and wherever it is written. */
export function zipOf(texts: Readonly<Record<string, string>>): Buffer {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const path of Object.keys(texts).sort()) {
    const name = Buffer.from(path);
    const content = Buffer.from(texts[path] ?? '');
    const facts = Buffer.concat([
      uint16(VERSION, FLAGS, STORED, TIME, DATE),
      uint32(crc32(content), content.length, content.length),
      uint16(name.length, 0),
    ]);
    const entry = Buffer.concat([uint32(LOCAL_ENTRY), facts, name, content]);
    directory.push(uint32(DIRECTORY_ENTRY), uint16(VERSION), facts, uint16(0, 0, 0), uint32(0, offset), name);
    entries.push(entry);
    offset += entry.length;
  }
  const list = Buffer.concat(directory);
  const count = entries.length;
  const end = [uint32(END_OF_DIRECTORY), uint16(0, 0, count, count), uint32(list.length, offset), uint16(0)];
  return Buffer.concat([...entries, list, ...end]);
}

function uint16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, i * 2);
  return bytes;
}

function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4);
  return bytes;
}
