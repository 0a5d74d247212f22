import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { readArchive } from '@madang/icon/archive';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ClientSettings } from '../../src/language-server/client-settings.ts';
import { buildExtension, packExtension } from '../../editors/vscode/build.mjs';

const FOLDER = resolve(import.meta.dirname, '../../editors/vscode');
const run = promisify(execFile);
const json = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(FOLDER, name), 'utf8'));

/** What an editor reads of the manifest, and `vsce` asks for. */
const Manifest = z.object({
  name: z.string().regex(/^[a-z0-9-]+$/),
  publisher: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  main: z.string(),
  engines: z.object({ vscode: z.string().regex(/^\^\d+\.\d+\.\d+$/) }),
  activationEvents: z.array(z.string()),
  contributes: z.object({
    commands: z.array(z.object({ command: z.string(), title: z.string() })),
    configuration: z.object({
      properties: z.record(
        z.string(),
        z.object({ type: z.unknown(), default: z.unknown(), scope: z.string() }),
      ),
    }),
  }),
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'madang-vscode-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the manifest of the VS Code extension', () => {
  it('names the file that the build makes, and offers every setting of the server', async () => {
    const manifest = Manifest.parse(await json('package.json'));
    expect(manifest.main).toBe('./dist/extension.cjs');
    const settings = Object.keys(manifest.contributes.configuration.properties);
    const ofServer = Object.keys(ClientSettings.shape).map((name) => `madang.${name}`);
    expect(settings.toSorted()).toEqual(['madang.command', ...ofServer].toSorted());
  });

  it('gives the defaults of the server, and none where the package or the editor says it', async () => {
    const { contributes } = Manifest.parse(await json('package.json'));
    for (const [name, { default: value }] of Object.entries(contributes.configuration.properties)) {
      if (name === 'madang.command') continue;
      const known = ClientSettings.shape[name.replace('madang.', '') as keyof typeof ClientSettings.shape];
      expect(value, name).toBe(known.parse(undefined) ?? null);
    }
  });

  it('says everything in two languages', async () => {
    const asked = [...(await readFile(join(FOLDER, 'package.json'), 'utf8')).matchAll(/"%([^%"]+)%"/g)].map(
      ([, key]) => key!,
    );
    for (const name of ['package.nls.json', 'package.nls.ko.json']) {
      const words = z.record(z.string(), z.string().min(1)).parse(await json(name));
      expect(Object.keys(words).toSorted()).toEqual([...new Set(asked)].toSorted());
    }
  });

  it('has what it says to the user in Korean, too', async () => {
    const source = await readFile(join(FOLDER, 'src/extension.ts'), 'utf8');
    const said = [...source.matchAll(/l10n\.t\(\s*'([^'\\]*)'/g)].map(([, text]) => text!);
    const words = z.record(z.string(), z.string().min(1)).parse(await json('l10n/bundle.l10n.ko.json'));
    expect(said).not.toEqual([]);
    expect(Object.keys(words).toSorted()).toEqual(said.toSorted());
  });

  it('asks for no newer editor than its client library does', async () => {
    const { engines } = Manifest.parse(await json('package.json'));
    const path = resolve(FOLDER, '../../../../node_modules/vscode-languageclient/package.json');
    const client = z
      .object({ engines: z.object({ vscode: z.string() }) })
      .parse(JSON.parse(await readFile(path, 'utf8')));
    expect(engines.vscode).toBe(client.engines.vscode);
  });
});

describe('the VS Code extension', () => {
  it('builds into one file that needs nothing but the editor and Node', async () => {
    const file = join(folder, 'extension.cjs');
    await buildExtension(file);
    const code = await readFile(file, 'utf8');
    const needed = new Set([...code.matchAll(/\brequire\(([`'"])([^`'"]+)\1\)/g)].map(([, , name]) => name!));
    expect(needed).toContain('vscode');
    needed.delete('vscode');
    expect([...needed].filter((name) => !isBuiltin(name))).toEqual([]);
    expect(code).toMatch(/exports\.activate\s*=/);
    expect(code).toMatch(/exports\.deactivate\s*=/);
    await run(process.execPath, ['--check', file]);
  });

  it('is packed with all that the manifest names, the same each time', async () => {
    const [program, ...packages] = ['packed.cjs', 'one.vsix', 'other.vsix'].map((name) => join(folder, name));
    await buildExtension(program!);
    for (const file of packages) packExtension(program!, file);
    const [one, other] = await Promise.all(packages.map((file) => readFile(file)));
    expect(one!.equals(other!)).toBe(true);
    const { files } = await readArchive(one!);
    const manifest = Manifest.parse(await json('package.json'));
    const words = (await readdir(FOLDER, { recursive: true })).filter((path) =>
      /^[^/]*nls|l10n\//.test(path),
    );
    expect(words).toHaveLength(3);
    expect(files.map(({ path }) => path).toSorted()).toEqual(
      ['package.json', 'README.md', join(manifest.main), ...words]
        .map((path) => `extension/${path}`)
        .toSorted(),
    );
  });

  it('is typed', async () => {
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    await run(process.execPath, [tsc, '--project', FOLDER]);
  }, 120_000);
});
