import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { buildProgram } from './program.mjs';

const MAIN = `
import { folder, url, text, started, forked } from '../../one/src/one.ts';
const thread = await started();
const child = await forked();
if (process.argv.includes('fail')) {
  // The next line is the 8th.

  throw new Error('as asked');
}
console.log(JSON.stringify({ main: import.meta.filename, folder, url, text, thread, child }));
`;

const ONE = `
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** 마당: not code, though it reads like it: new URL('./none.worker.ts', import.meta.url) */
export const text = 'import.meta.url';
export const folder: string = import.meta.dirname;
export const url: string = import.meta.url;
const worker = new URL('./load/echo.worker.ts', import.meta.url);

export async function started(): Promise<unknown> {
  return (await once(new Worker(worker), 'message'))[0];
}

export async function forked(): Promise<unknown> {
  return (await once(fork(fileURLToPath(worker)), 'message'))[0];
}
`;

const WORKER = `
import { parentPort } from 'node:worker_threads';
import { word } from '../word.ts';

const said = { word, source: import.meta.filename };
if (parentPort === null) process.send?.(said);
else parentPort.postMessage(said);
`;

const AN_HOUR_AGO = new Date(Date.now() - 3_600_000);

/** @type {string} */
let root;

/** @param {string} path @param {string} content */
function write(path, content) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  // A file that is newer than the build would be built again.
  utimesSync(file, AN_HOUR_AGO, AN_HOUR_AGO);
}

/** @param {string} program @param {string[]} args */
async function run(program, ...args) {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], { cwd: tmpdir() });
  return JSON.parse(stdout);
}

/** @param {string} program */
const filesOf = (program) => readdirSync(join(dirname(program), 'files'));

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), '마당 #1 100% ')));
  onTestFinished(() => rmSync(root, { recursive: true }));
  write('apps/madang/src/main.ts', MAIN);
  write('apps/one/src/one.ts', ONE);
  write('apps/one/src/load/echo.worker.ts', WORKER);
  write('apps/one/src/word.ts', `export const word: string = 'first';`);
});

describe('a built program', () => {
  it('speaks of the places of its sources, and runs as itself what Node is to run', async () => {
    const { program } = await buildProgram({ root });
    const echo = { word: 'first', source: join(root, 'apps/one/src/load/echo.worker.ts') };
    expect(await run(program)).toEqual({
      main: program,
      folder: join(root, 'apps/one/src'),
      url: pathToFileURL(join(root, 'apps/one/src/one.ts')).href,
      text: 'import.meta.url',
      thread: echo,
      child: echo,
    });
  });

  it('may be moved with its sources', async () => {
    const { program } = await buildProgram({ root });
    const before = root;
    root = `${before} moved`;
    renameSync(before, root);
    const { main, folder } = await run(program.replace(before, root));
    expect([main, folder]).toEqual([program.replace(before, root), join(root, 'apps/one/src')]);
  });

  it('tells the place in the sources where something was thrown', async () => {
    const { program } = await buildProgram({ root });
    await expect(run(program, 'fail')).rejects.toThrow(
      /Error: as asked\n +at .*apps\/madang\/src\/main\.ts:8:/,
    );
  });
});

describe('a program whose compiled code is kept', () => {
  const WHOLE = `void (async () => {${MAIN.slice(MAIN.indexOf('const thread'))}})();`;
  const rehearsal = ['once'];

  beforeEach(() => {
    write('apps/madang/src/main.ts', MAIN.slice(0, MAIN.indexOf('const thread')) + WHOLE);
  });

  it('is the same program', async () => {
    const { program } = await buildProgram({ root, rehearsal });
    const echo = { word: 'first', source: join(root, 'apps/one/src/load/echo.worker.ts') };
    expect(await run(program)).toMatchObject({
      main: program,
      folder: join(root, 'apps/one/src'),
      url: pathToFileURL(join(root, 'apps/one/src/one.ts')).href,
      thread: echo,
      child: echo,
    });
    await expect(run(program, 'fail')).rejects.toThrow(
      /Error: as asked\n +at .*apps\/madang\/src\/main\.ts:8:/,
    );
  });

  it('has code that this version of Node takes', async () => {
    const { program } = await buildProgram({ root, rehearsal });
    const env = { ...process.env, NODE_DEBUG: 'compiled-code' };
    const { stderr } = await promisify(execFile)(process.execPath, [program], { cwd: tmpdir(), env });
    expect(stderr).toMatch(/ main-\S+\.cjs was compiled before\n/);
    expect(stderr).not.toContain('is compiled now');
  });

  it('runs without it, or with what is none', async () => {
    const { program } = await buildProgram({ root, rehearsal });
    const [code = ''] = filesOf(program).filter((name) => name.endsWith('.code'));
    writeFileSync(join(dirname(program), 'files', code), '{"main": 7}\nrubbish');
    expect(await run(program)).toMatchObject({ thread: { word: 'first' } });
    rmSync(join(dirname(program), 'files', code));
    expect(await run(program)).toMatchObject({ thread: { word: 'first' } });
    expect((await buildProgram({ root, rehearsal })).built).toEqual(['apps/madang']);
    expect((await buildProgram({ root, rehearsal })).built).toEqual([]);
  });

  it('is built, and built once, where what is run for it fails', async () => {
    const { program, built } = await buildProgram({ root, rehearsal: ['fail'] });
    expect(built).toEqual(['apps/madang']);
    expect(await run(program)).toMatchObject({ thread: { word: 'first' } });
    expect((await buildProgram({ root, rehearsal: ['fail'] })).built).toEqual([]);
  });
});

describe('buildProgram', () => {
  it('builds once', async () => {
    expect((await buildProgram({ root })).built).toEqual(['apps/madang']);
    expect((await buildProgram({ root })).built).toEqual([]);
  });

  it.each([
    ['a module', 'apps/one/src/word.ts', `export const word: string = 'second';`, 'second'],
    ['a worker', 'apps/one/src/load/echo.worker.ts', WORKER.replace('{ word,', `{ word: 'loud',`), 'loud'],
  ])('builds again when %s has changed', async (_what, path, content, word) => {
    await buildProgram({ root });
    write(path, content);
    const { program, built } = await buildProgram({ root });
    expect(built).toEqual(['apps/madang']);
    expect(await run(program)).toMatchObject({ thread: { word }, child: { word } });
  });

  it('leaves the files of the build before to those who still run it', async () => {
    const before = filesOf((await buildProgram({ root })).program);
    write('apps/one/src/word.ts', `export const word: string = 'second';`);
    expect(filesOf((await buildProgram({ root })).program)).toEqual(expect.arrayContaining(before));
  });

  it('removes files that have been of no build for long', async () => {
    const folder = dirname((await buildProgram({ root })).program);
    const old = join(folder, 'files/main-old.mjs');
    writeFileSync(old, '');
    utimesSync(old, 0, 0);
    write('apps/one/src/word.ts', `export const word: string = 'second';`);
    await buildProgram({ root });
    expect(existsSync(old)).toBe(false);
  });

  it('builds again when what was built is gone', async () => {
    const { program } = await buildProgram({ root });
    rmSync(program);
    expect((await buildProgram({ root })).built).toEqual(['apps/madang']);
    rmSync(join(dirname(program), 'files'), { recursive: true });
    expect((await buildProgram({ root })).built).toEqual(['apps/madang']);
    expect(await run(program)).toMatchObject({ main: program });
  });

  it('can run twice at once', async () => {
    const [one, other] = await Promise.all([buildProgram({ root }), buildProgram({ root })]);
    expect(one).toEqual(other);
    expect(await run(one.program)).toMatchObject({ main: one.program });
    expect((await buildProgram({ root })).built).toEqual([]);
  });

  it.each([
    ['a file that cannot be read', 'apps/one/src/word.ts', 'export const word: string = ;', /word\.ts/],
    ['an import that is not there', 'apps/one/src/word.ts', `export { word } from './none.ts';`, /none\.ts/],
    ['a worker that is not there', 'apps/one/src/one.ts', ONE.replace('echo', 'none'), /none\.worker\.ts/],
  ])('names %s', async (_what, path, content, name) => {
    write(path, content);
    await expect(buildProgram({ root })).rejects.toThrow(name);
  });

  it('leaves it to the sources, and says so, where nothing can be written', async () => {
    write('apps/madang/dist', 'a file where a folder should be made');
    /** @type {string[]} */
    const said = [];
    const { program, built } = await buildProgram({ root, say: (line) => said.push(line) });
    expect([program, built]).toEqual([join(root, 'apps/madang/src/main.ts'), []]);
    expect(said).toEqual([expect.stringMatching(/running from source.*apps\/madang\/dist/)]);
  });
});
