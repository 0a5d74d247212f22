import { CodedError } from '@madang/errors';
import { describe, expect, it } from 'vitest';
import { endRecord, writeZip, type ZipEntry } from '../../test/zip.ts';
import { ARCHIVE_LIMITS, readArchive } from './index.ts';

const good: ZipEntry = { name: 'good.py', content: 'x' };

describe('a hostile archive', () => {
  it.each<[string, ZipEntry, RegExp]>([
    ['leads out', { name: '../evil.py' }, /"\.\.\/evil\.py" leads out/],
    ['leads out further in', { name: 'a/../../evil.py' }, /leads out/],
    ['leads out as a folder', { name: 'a/../' }, /leads out/],
    ['is absolute', { name: '/etc/passwd' }, /absolute/],
    ['names a drive', { name: 'C:evil.py' }, /absolute/],
    ['has a backslash', { name: 'a\\evil.py' }, /backslash/],
    ['has a zero byte', { name: 'evil.py\0.txt' }, /"evil\.py\\u\{0\}\.txt" has a zero byte/],
    ['has no name', { name: '' }, /empty part/],
    ['has an empty part', { name: 'a//b.py' }, /empty part/],
    ['has a dot for a folder', { name: './b.py' }, /empty part/],
    ['has an endless path', { name: 'a/'.repeat(300) + 'b.py' }, /more than 512 characters/],
    ['is a symbolic link', { name: 'link', content: '/etc/passwd', mode: 0o120777 }, /a link or a device/],
    ['is a device', { name: 'dev', mode: 0o020644 }, /a link or a device/],
    ['is encrypted', { name: 'secret.py', content: 'x', flags: 0x801 }, /is encrypted/],
    ['is compressed otherwise', { name: 'x.py', content: 'x', method: 14 }, /method 14/],
    [
      'has sizes as zip64',
      { name: 'x.py', content: 'x', extra: Buffer.from('0100080001'.padEnd(24, '0'), 'hex') },
      /zip64/,
    ],
    ['has another name inside', { name: 'x.py', content: 'x', says: { localName: 'y.py' } }, /another name/],
    ['is there twice', { name: 'good.py', content: 'y' }, /"good\.py" is there twice/],
    ['is a file and a folder', { name: 'good.py/' }, /twice/],
    ['lies in a file', { name: 'good.py/a/b.py' }, /inside another/],
  ])('whose entry %s is refused', async (_, entry, message) => {
    const refused = readArchive(writeZip([good, entry]));
    await expect(refused).rejects.toMatchObject({ code: 'ICON_ARCHIVE_UNSAFE' });
    await expect(refused).rejects.toThrow(message);
  });

  it('is refused for what it leaves out, too', async () => {
    await expect(readArchive(writeZip([{ name: '__MACOSX/../../x' }]))).rejects.toMatchObject({
      code: 'ICON_ARCHIVE_UNSAFE',
    });
  });

  it('cannot write to a terminal through a name', async () => {
    const refused = readArchive(writeZip([{ name: '../\u001b[2J\u202e' }]));
    await expect(refused).rejects.toThrow(/^[^\u001b\u202e]*$/u);
  });
});

describe('an archive that is too large', () => {
  const mebibyte = ARCHIVE_LIMITS.fileBytes;
  const code = { code: 'ICON_ARCHIVE_TOO_LARGE' };

  it('is refused for one file, and not for one that is just small enough', async () => {
    const fits = writeZip([{ name: 'a.txt', content: Buffer.alloc(mebibyte) }]);
    expect((await readArchive(fits)).files[0]?.bytes).toHaveLength(mebibyte);
    const large = readArchive(writeZip([{ name: 'a.txt', content: Buffer.alloc(mebibyte + 1) }]));
    await expect(large).rejects.toMatchObject(code);
    await expect(large).rejects.toThrow(/"a\.txt" in bytes is 1048577/);
  });

  it('is refused for the sum of its files', async () => {
    const two = ['a', 'b'].map((name) => ({ name, content: Buffer.alloc(mebibyte) }));
    expect((await readArchive(writeZip(two))).files).toHaveLength(2);
    await expect(readArchive(writeZip([...two, good]))).rejects.toMatchObject(code);
  });

  it('is refused for the number of its entries', async () => {
    const entries = Array.from({ length: ARCHIVE_LIMITS.entries + 1 }, (_, i) => ({
      name: `${i}`,
      method: 0,
    }));
    expect((await readArchive(writeZip(entries.slice(1)))).files).toHaveLength(ARCHIVE_LIMITS.entries);
    await expect(readArchive(writeZip(entries))).rejects.toMatchObject(code);
  });

  it.each([0, 1, mebibyte - 1, mebibyte])('does not hide behind a stated size of %d', async (size) => {
    const bomb = writeZip([{ name: 'bomb', content: Buffer.alloc(8 * mebibyte), says: { size } }]);
    await expect(readArchive(bomb)).rejects.toMatchObject({
      code: 'ICON_ARCHIVE_DAMAGED',
      details: { entry: 'bomb' },
    });
  });
});

describe('a damaged archive', () => {
  const code = { code: 'ICON_ARCHIVE_DAMAGED' };
  const zip = writeZip([good, { name: 'more.py', content: 'y'.repeat(1000) }]);

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('no zip at all, but more than twenty-two bytes')],
    ['something in front', Buffer.concat([Buffer.alloc(10), zip])],
    ['something behind', Buffer.concat([zip, Buffer.alloc(10)])],
    ['one archive behind another', Buffer.concat([writeZip([good]), zip])],
    ['an end without entries', endRecord(1, 46, 0)],
    ['a zip64 end', Buffer.concat([Buffer.from('504b0607', 'hex'), Buffer.alloc(16), endRecord(0, 0, 20)])],
    ['entries beyond their number', fewerEntries(zip)],
    ['a wrong check sum', writeZip([{ ...good, says: { crc: 1 } }])],
    ['a size that is too large', writeZip([{ ...good, says: { size: 2 } }])],
  ])('is refused: %s', async (_, bytes) => {
    const refused = readArchive(bytes);
    await expect(refused).rejects.toMatchObject(code);
    await expect(refused).rejects.toThrow(/^The archive cannot be read(?:(?!\.\.).)*\.$/);
  });

  it('is refused, cut at any place', async () => {
    for (let length = 0; length < zip.length; length += 1) {
      await expect(readArchive(zip.subarray(0, length))).rejects.toMatchObject(code);
    }
  });

  it('is read or refused with a code, whichever of its bytes changes', async () => {
    for (let at = 0; at < zip.length; at += 1) {
      for (const flip of [1, 0x80, 0xff]) {
        const changed = Buffer.from(zip);
        changed[at] = changed[at]! ^ flip;
        const result = await readArchive(changed).catch((error: unknown) => error);
        expect(result instanceof CodedError || 'files' in (result as object)).toBe(true);
      }
    }
  });
});

// The end record says one entry less, at both places.
function fewerEntries(zip: Buffer): Buffer {
  const changed = Buffer.from(zip);
  const at = changed.length - 22;
  changed.writeUInt16LE(1, at + 8);
  changed.writeUInt16LE(1, at + 10);
  return changed;
}
