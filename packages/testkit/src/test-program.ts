import { join, relative, sep } from 'node:path';
import { buildProgram } from '../../../tools/build/program.mjs';
import { toRun } from '../../../tools/foreground.mjs';

const ROOT = join(import.meta.dirname, '../../..');
const built = new Map<string, Promise<readonly string[]>>();

/**
 * Arguments of Node that run a program of a workspace's tests. It is built as that of `npm start` is, when one of its sources has
 * changed, and its processes then start in a fifth of the time that the sources take.
 *
 * @param source such as `/…/packages/pg/test/embedded/starter.ts`
 */
export function testProgram(source: string): Promise<readonly string[]> {
  const found = built.get(source) ?? build(source);
  built.set(source, found);
  return found;
}

async function build(source: string): Promise<readonly string[]> {
  const [kind = '', workspace = '', ...rest] = relative(ROOT, source).split(sep);
  const folder = [kind, workspace, 'dist', ...rest].join('/').replace(/\.ts$/, '');
  const { program } = await buildProgram({ main: [kind, workspace, ...rest].join('/'), folder });
  return toRun(program, []);
}
