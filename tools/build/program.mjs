import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../root.mjs';
import { builtFile, isCurrent, keepBuild, replaceFile } from './kept.mjs';

const SOURCE = 'apps/madang/src/main.ts';
const DIST = 'apps/madang/dist/program';
const TOOLS = [
  'package-lock.json',
  ...['kept.mjs', 'program.mjs', 'source-places.mjs', 'compiled-front.mjs'].map(
    (name) => `tools/build/${name}`,
  ),
];

/**
 * Packages that do not survive bundling. They are found from the bundle, so they have to lie in the root's node_modules.
 *
 * - hdr-histogram-js calls `eval("require('zlib')")`, and a module has no `require`.
 */
const LEFT_OUT = ['hdr-histogram-js'];

const PACKAGE = /[\\/]node_modules[\\/]/;

/**
 * What Node is told to run. It stays the same file whatever was built, so that a house that runs for long starts a process
 * again from what is there then.
 */
const FRONT = `import { readFileSync } from 'node:fs';

// Before anything is loaded: what is thrown then tells its place in the sources.
process.setSourceMapsEnabled(true);
const { entry } = JSON.parse(readFileSync(new URL('manifest.json', import.meta.url), 'utf8'));
await import(\`./files/\${entry}\`);
`;

const MODULES = { format: /** @type {const} */ ('esm'), ending: 'mjs', front: () => FRONT };
const COMPILED = {
  format: /** @type {const} */ ('cjs'),
  ending: 'cjs',
  front: () => readFileSync(join(import.meta.dirname, 'compiled-front.mjs'), 'utf8'),
};

/**
 * Builds the program, unless nothing that goes into it has changed: one bundle of our sources and the packages, which loads
 * in a fifth of the time that the sources take. Needs the installed packages.
 *
 * @param {object} [options]
 * @param {(line: string) => void} [options.say]
 * @param {string} [options.root]
 * @param {string} [options.main] the source to begin with, from the root: that of another program than ours
 * @param {string} [options.folder] where the build is kept, from the root
 * @param {readonly string[]} [options.rehearsal] arguments of a command that is run once: what V8 compiles for it is kept, too,
 *   and the program then starts in a third of the time. Such a program has no `await` outside functions.
 * @param {RegExp} [options.together] modules that call one another all the time: from one file to another a call goes through a
 *   getter, which V8 does not see through
 * @returns {Promise<{ program: string, built: string[] }>} the file to run, which is the source where nothing can be written
 */
export async function buildProgram({
  say = () => {},
  root = ROOT,
  main = SOURCE,
  folder = DIST,
  rehearsal,
  together,
} = {}) {
  const dist = join(root, folder);
  const form = rehearsal === undefined ? MODULES : COMPILED;
  const program = join(dist, 'main.mjs');
  const isCompiled = () => rehearsal === undefined || existsSync(join(dist, 'files', codeOf(entryOf(dist))));
  if (existsSync(program) && isCurrent({ root, dist }) && isCompiled()) return { program, built: [] };
  const obstacle = obstacleTo(dist);
  const source = join(root, main);
  if (obstacle !== null) {
    say(`running from source, which starts slowly: the program cannot be built (${obstacle})`);
    return { program: source, built: [] };
  }
  const start = Date.now();
  const output = await bundle({
    ...{ root, source, folder: join(dist, 'files'), program, form },
    together: together === undefined ? [] : [{ name: 'together', test: together }],
  });
  const entry = output.find((file) => file.type === 'chunk' && file.facadeModuleId === source);
  if (entry?.type !== 'chunk') throw new Error(`${main} is not in its own bundle.`);
  replaceFile(program, form.front());
  const files = withoutMapsOfPackages(output.map(builtFile));
  const build = { files, entry: entry.fileName, start, tools: TOOLS };
  keepBuild({ root, dist }, build);
  if (rehearsal !== undefined) {
    const code = {
      fileName: codeOf(entry.fileName),
      content: compiledBy(program, rehearsal, root) ?? NOTHING_COMPILED,
      moduleIds: [],
    };
    keepBuild({ root, dist }, { ...build, files: [...files, code] });
  }
  say(`program: ${entry.fileName} in ${Date.now() - start} ms`);
  return { program, built: [main.split('/').slice(0, 2).join('/')] };
}

/** Compiled code is good for the very version of Node that made it; `compiled-front.mjs` asks for this name. @param {string} entry */
const codeOf = (entry) => `${entry}.${process.version}-${process.arch}.code`;

/** @param {string} dist @returns {string} */
const entryOf = (dist) => JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')).entry;

/** A program that cannot be rehearsed starts slowly, and is built again only when a source has changed. */
const NOTHING_COMPILED = '{}\n';

/**
 * What V8 has compiled at the end of a command; undefined if it fails, of which whoever runs the program is told then.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} root
 * @returns {Buffer | undefined}
 */
function compiledBy(program, args, root) {
  const folder = mkdtempSync(join(tmpdir(), 'madang-code-'));
  try {
    const file = join(folder, 'code');
    execFileSync(process.execPath, [program, '--keep-code', file, ...args], { cwd: root, stdio: 'ignore' });
    return readFileSync(file);
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Why nothing can be written there, or null. @param {string} dist */
function obstacleTo(dist) {
  try {
    mkdirSync(join(dist, 'files'), { recursive: true });
    for (const folder of [dist, join(dist, 'files')]) accessSync(folder, constants.W_OK);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * @param {object} places
 * @param {string} places.root
 * @param {string} places.source the file to begin with
 * @param {string} places.folder where the files will be
 * @param {string} places.program the file that will be run
 * @param {typeof MODULES | typeof COMPILED} places.form
 * @param {{ name: string, test: RegExp }[]} places.together
 */
async function bundle({ root, source, folder, program, form, together }) {
  // Imported only when something is to be built: it takes longer than to find that nothing is.
  const [{ rolldown }, { sourcePlaces }] = await Promise.all([
    import('rolldown'),
    import('./source-places.mjs'),
  ]);
  const bundled = await rolldown({
    cwd: root,
    input: { main: source },
    platform: 'node',
    external: LEFT_OUT,
    tsconfig: false,
    resolve: { conditionNames: ['source', 'node'] },
    // Only what runs from source asks for more than its own place.
    checks: { emptyImportMeta: false },
    transform: { target: 'node20.19', jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [sourcePlaces({ folder, elsewhere: new Map([[source, program]]), format: form.format })],
  });
  try {
    const names = `[name]-[hash].${form.ending}`;
    const { output } = await bundled.generate({
      dir: folder,
      format: form.format,
      entryFileNames: names,
      chunkFileNames: names,
      // Ours are told in errors, and a package may look at its own.
      keepNames: true,
      sourcemap: true,
      sourcemapExcludeSources: true,
      // Entries here are what is loaded at a time: the program, a worker, an import(…).
      codeSplitting: {
        groups: [{ name: 'packages', test: PACKAGE, entriesAware: true }, ...together],
      },
    });
    return output;
  } finally {
    await bundled.close();
  }
}

/**
 * Node prepares every map at the start: all of them cost it 50 ms of a process, those of our own sources 15.
 *
 * @param {readonly import('./kept.mjs').BuiltFile[]} files
 */
function withoutMapsOfPackages(files) {
  const ofPackages = files.filter(({ moduleIds }) => moduleIds.some((id) => PACKAGE.test(id)));
  const maps = new Set(ofPackages.map(({ fileName }) => `${fileName}.map`));
  return files
    .filter(({ fileName }) => !maps.has(fileName))
    .map((file) =>
      ofPackages.includes(file) ? { ...file, content: withoutMap(String(file.content)) } : file,
    );
}

/** @param {string} code */
function withoutMap(code) {
  return code.replace(/^\/\/# sourceMappingURL=.*\n?$/m, '');
}
