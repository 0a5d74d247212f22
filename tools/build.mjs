/**
 * Builds the islands of every workspace that has `web/islands.ts` (or `.tsx`) into its `web/dist`:
 *
 *   web/dist/files/islands-<hash>.js   the entry, and chunks beside it; named after their content, never changed
 *   web/dist/manifest.json             { entry, files, inputs }, written last
 *
 * A workspace is built again only when one of the files that went into it has changed (`inputs` holds their hashes). Two
 * builders at once do no harm: they write the same files, each by renaming a whole one into place.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ALWAYS = ['package-lock.json', 'tools/build.mjs'];
// A server started before this build may still hand out chunks of the last one.
const KEEP_OLD_FILES_MS = 24 * 60 * 60 * 1000;

/**
 * Builds what has changed. Needs the installed packages.
 *
 * @param {{ say?: (line: string) => void, root?: string }} [options] `say` is told of each build; `root` holds the workspaces
 * @returns {Promise<string[]>} the workspaces that were built; none when nothing has changed
 */
export async function buildIslands({ say = () => {}, root = ROOT } = {}) {
  const stale = workspacesOf(root).filter((workspace) => !isCurrent(workspace, root));
  for (const workspace of stale) {
    const start = Date.now();
    const { entry, size } = write(workspace, root, start, await bundleIslands(workspace.source));
    say(`${workspace.name}: ${entry} (${(size / 1000).toFixed(1)} kB) in ${Date.now() - start} ms`);
  }
  return stale.map(({ name }) => name);
}

function workspacesOf(root) {
  const groups = ['packages', 'apps'].filter((group) => existsSync(join(root, group)));
  return groups.flatMap((group) =>
    readdirSync(join(root, group)).flatMap((folder) => {
      const web = join(root, group, folder, 'web');
      const source = ['islands.ts', 'islands.tsx'].map((name) => join(web, name)).find(existsSync);
      return source === undefined ? [] : [{ name: `${group}/${folder}`, source, dist: join(web, 'dist') }];
    }),
  );
}

function isCurrent({ dist }, root) {
  const path = join(dist, 'manifest.json');
  if (!existsSync(path)) return false;
  const { files, inputs } = JSON.parse(readFileSync(path, 'utf8'));
  return (
    files.every((file) => existsSync(join(dist, 'files', file))) &&
    Object.entries(inputs).every(([input, hash]) => hashOf(join(root, input)) === hash)
  );
}

function hashOf(file) {
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16) : null;
}

/** No hash for what was changed while it was built: nobody knows which state went in, so it is built again. */
function hashUnlessNewer(file, start) {
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return changed >= start ? 'changed' : hashOf(file);
}

/**
 * Bundles one entry for the browser without writing it.
 *
 * @param {string} source path of the entry
 * @returns {Promise<import('vite').Rolldown.RolldownOutput['output']>} the entry and its chunks
 */
export async function bundleIslands(source) {
  const { build, defaultClientConditions } = await import('vite');
  const before = process.env.NODE_ENV;
  try {
    const { output } = await build({
      root: dirname(source),
      configFile: false,
      envDir: false,
      publicDir: false,
      logLevel: 'warn',
      // Chunks are found beside the entry, wherever a host serves them.
      base: './',
      mode: 'production',
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      resolve: { conditions: ['source', ...defaultClientConditions] },
      build: {
        write: false,
        modulePreload: false,
        rolldownOptions: {
          input: { islands: source },
          output: { entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    });
    return output;
  } finally {
    // Vite sets it, and whoever called us may start other programs.
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

function write({ dist }, root, start, output) {
  const folder = join(dist, 'files');
  mkdirSync(folder, { recursive: true });
  for (const file of output) replace(join(folder, file.fileName), file.code ?? file.source);
  const { fileName: entry, code } = output.find((file) => file.isEntry);
  const files = output.map((file) => file.fileName);
  const inputs = Object.fromEntries(
    inputsOf(output, root).map((path) => [path, hashUnlessNewer(join(root, path), start)]),
  );
  replace(join(dist, 'manifest.json'), `${JSON.stringify({ entry, files, inputs }, null, 2)}\n`);
  removeOld(folder, files);
  return { entry, size: code.length };
}

/** The project's own modules in the bundle, and the manifests that say how imports are resolved. */
function inputsOf(output, root) {
  const modules = output
    .flatMap((file) => file.moduleIds ?? [])
    .filter((id) => id.startsWith(root) && !id.includes(`${sep}node_modules${sep}`))
    .map((id) => relative(root, id.split('?')[0]));
  const manifests = modules.map((path) => join(...path.split(sep).slice(0, 2), 'package.json'));
  return [...new Set([...ALWAYS, ...manifests, ...modules])].sort();
}

function replace(path, content) {
  const draft = join(dirname(path), `.${randomUUID()}`);
  writeFileSync(draft, content);
  renameSync(draft, path);
}

function removeOld(folder, files) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity };
    if (!files.includes(name) && Date.now() - mtimeMs > KEEP_OLD_FILES_MS) rmSync(path, { force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const built = await buildIslands({ say: (line) => process.stderr.write(`${line}\n`) });
  if (built.length === 0) process.stderr.write('Islands are up to date.\n');
}
