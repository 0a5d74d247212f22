/**
 * Builds the islands of every workspace that has `web/islands.ts` (or `.tsx`) into its `web/dist`, and the program; each
 * only when something that goes into it has changed.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtFile, isCurrent, keepBuild } from './build/kept.mjs';
import { buildProgram } from './build/program.mjs';
import { ROOT } from './root.mjs';

const TOOLS = ['package-lock.json', 'tools/build.mjs', 'tools/build/kept.mjs'];

/**
 * Builds what has changed. Needs the installed packages.
 *
 * @param {{ say?: (line: string) => void, root?: string }} [options] `say` is told of each build; `root` holds the workspaces
 * @returns {Promise<string[]>} the workspaces that were built; none when nothing has changed
 */
export async function buildIslands({ say = () => {}, root = ROOT } = {}) {
  const stale = workspacesOf(root).filter(({ dist }) => !isCurrent({ root, dist }));
  for (const { name, source, dist } of stale) {
    const start = Date.now();
    const output = await bundleIslands(source);
    const { fileName: entry, code } = output.find((file) => file.isEntry);
    keepBuild({ root, dist }, { files: output.map(builtFile), entry, start, tools: TOOLS });
    say(`${name}: ${entry} (${(code.length / 1000).toFixed(1)} kB) in ${Date.now() - start} ms`);
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const say = (line) => process.stderr.write(`${line}\n`);
  const built = [...(await buildIslands({ say })), ...(await buildProgram({ say })).built];
  if (built.length === 0) say('Everything is up to date.');
}
