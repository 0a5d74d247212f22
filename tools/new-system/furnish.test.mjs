import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { furnish } from './furnish.mjs';

const HOUSE = {
  'packages/system/package.json': JSON.stringify({ dependencies: { preact: '11.0.1', zod: '4.0.2' } }),
  'apps/madang/package.json': JSON.stringify({
    name: 'host',
    dependencies: { '@madang/system': '*', zod: '4' },
  }),
  'apps/madang/src/systems.ts': [
    `import { tracker } from '@madang/tracker';`,
    `export const systems: readonly System[] = [`,
    `  tracker,`,
    `];`,
  ].join('\n'),
};

function newHouse() {
  const root = mkdtempSync(join(tmpdir(), 'madang-furnish-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [file, text] of Object.entries(HOUSE)) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return { root, read: (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8') };
}

describe('furnish', () => {
  it('writes a whole room in which the placeholder is nowhere left', () => {
    const { root, read } = newHouse();
    const files = furnish(root, 'weather');
    expect(files).toEqual(
      expect.arrayContaining([
        'apps/weather/README.md',
        'apps/weather/migrations/0001_notes.sql',
        'apps/weather/src/index.ts',
        'apps/weather/src/weather.words.ts',
        'apps/weather/src/note/note.pg.test.ts',
      ]),
    );
    for (const file of files) expect(file + read(file)).not.toMatch(/roomname/i);
    expect(read('apps/weather/src/index.ts')).toContain("title: { ko: 'Weather', en: 'Weather' }");
  });

  it('takes the versions of libraries from the house', () => {
    const { root, read } = newHouse();
    furnish(root, 'weather');
    expect(JSON.parse(read('apps/weather/package.json'))).toMatchObject({
      name: '@madang/weather',
      dependencies: { '@madang/system': '*', preact: '11.0.1', zod: '4.0.2' },
    });
  });

  it('hands the system to the house, beside those that are there', () => {
    const { root, read } = newHouse();
    furnish(root, 'weather');
    furnish(root, 'harbour');
    expect(read('apps/madang/src/systems.ts')).toMatch(/= \[\s*tracker, weather, harbour\];/);
    expect(read('apps/madang/src/systems.ts')).toContain("import { weather } from '@madang/weather';");
    expect(Object.keys(JSON.parse(read('apps/madang/package.json')).dependencies)).toEqual([
      '@madang/harbour',
      '@madang/system',
      '@madang/weather',
      'zod',
    ]);
  });

  it.each(['', 'Weather', 'my-room', '9lives', '../up', 'w', 'x'.repeat(40)])(
    'refuses the name %j and writes nothing',
    (name) => {
      const { root, read } = newHouse();
      expect(() => furnish(root, name)).toThrow(/name/);
      expect(read('apps/madang/src/systems.ts')).toBe(HOUSE['apps/madang/src/systems.ts']);
    },
  );

  it('refuses a name that is taken and a list that it cannot read, and writes nothing', () => {
    const { root } = newHouse();
    expect(() => furnish(root, 'madang')).toThrow('apps/madang is there already');
    writeFileSync(join(root, 'apps/madang/src/systems.ts'), 'export const systems = all();');
    expect(() => furnish(root, 'weather')).toThrow('is not understood');
    expect(existsSync(join(root, 'apps/weather'))).toBe(false);
  });
});
