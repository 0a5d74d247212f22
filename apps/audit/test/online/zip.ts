import { crc32, deflateRawSync } from 'node:zlib';

/** A zip of these files, by path. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path);
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const facts = factsOf(bytes, packed.length, name.length);
    const head = Buffer.concat([numbers([4, 0x04034b50], [2, 20]), facts, numbers([2, 0]), name]);
    const entry = [
      numbers([4, 0x02014b50], [2, 20], [2, 20]),
      facts,
      numbers([2, 0], [2, 0], [2, 0], [2, 0]),
    ];
    central.push(...entry, numbers([4, 0], [4, offset]), name);
    local.push(head, packed);
    offset += head.length + packed.length;
  }
  const count = Object.keys(files).length;
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0],
  );
  return new Uint8Array(Buffer.concat([...local, ...central, end]));
}

/** What the head of a file and its entry in the directory have in common: UTF-8 names, deflated. */
const factsOf = (bytes: Buffer, packed: number, name: number): Buffer =>
  numbers(
    [2, 0x800],
    [2, 8],
    [2, 0],
    [2, 0x21],
    [4, crc32(bytes)],
    [4, packed],
    [4, bytes.length],
    [2, name],
  );

function numbers(...all: (readonly [size: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    all.map(([size, value]) => {
      const buffer = Buffer.alloc(size);
      buffer.writeUIntLE(value, 0, size);
      return buffer;
    }),
  );
}
