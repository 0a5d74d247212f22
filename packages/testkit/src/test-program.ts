import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildProgram } from '../../../tools/build/program.mjs';
import { toRun } from '../../../tools/foreground.mjs';

const ROOT = join(import.meta.dirname, '../../..');
const built = new Map<string, Promise<string>>();

/**
 * Arguments of Node that run a program of a workspace's tests. It is built as that of `npm start` is, when one of its sources has
 * changed, and its processes then start in a fifth of the time that the sources take.
 *
 * @param source such as `/…/packages/pg/test/embedded/starter.ts`
 */
export async function testProgram(source: string): Promise<readonly string[]> {
  return toRun(await programOf(source), []);
}

/**
 * What a module of a workspace's tests exports, built like a program: the threads that it starts begin in a fifth of the time that
 * the sources take. Its classes are others than those of the sources.
 *
 * @param source such as `/…/apps/audit/test/online/serve.ts`
 */
export async function testModule<Exports>(source: string): Promise<Exports> {
  return (await import(pathToFileURL(entryOf(await programOf(source))).href)) as Exports;
}

/** The file that a program loads first; the source is its own. */
function entryOf(program: string): string {
  if (program.endsWith('.ts')) return program;
  const folder = dirname(program);
  const { entry } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { entry: string };
  return join(folder, 'files', entry);
}

function programOf(source: string): Promise<string> {
  const found = built.get(source) ?? build(source);
  built.set(source, found);
  return found;
}

async function build(source: string): Promise<string> {
  const [kind = '', workspace = '', ...rest] = relative(ROOT, source).split(sep);
  const folder = [kind, workspace, 'dist', ...rest].join('/').replace(/\.ts$/, '');
  const { program } = await buildProgram({ main: [kind, workspace, ...rest].join('/'), folder });
  return program;
}
