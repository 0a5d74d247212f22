import { pathToFileURL } from 'node:url';
import { IMPORT_RULES } from './boundaries/import-rules.mjs';
import { readImports } from './boundaries/imports.mjs';
import { checkManifest } from './boundaries/manifest-rules.mjs';
import { readManifest, readWorkspaces } from './boundaries/workspaces.mjs';
import { ROOT } from './root.mjs';

/**
 * Checks who imports whom: declared dependencies, layers, owners of libraries, entries, pure domains, cycles.
 *
 * @param {string} root
 * @returns {Promise<string[]>} one line for each finding; none when all is well
 */
export async function checkBoundaries(root) {
  const house = { workspaces: readWorkspaces(root), root: readManifest(root) };
  const graph = await readImports(root, house.workspaces);
  return [
    ...graph.imports.flatMap((found) => checkImport(found, house)),
    ...house.workspaces.flatMap((workspace) =>
      checkManifest(workspace, graph).map((what) => `${workspace.folder}/package.json: ${what}`),
    ),
    ...graph.cycles.map((files) => `import cycle: ${[...files, files[0]].join(' → ')}`),
  ].sort();
}

/**
 * @param {import('./boundaries/imports.mjs').Import} found
 * @param {import('./boundaries/import-rules.mjs').House} house
 */
function checkImport(found, house) {
  const { file, text } = found.from;
  return IMPORT_RULES.map((rule) => rule(found, house))
    .filter((reason) => reason !== undefined)
    .map((reason) => `${file}:${lineOf(text, found.specifier)} imports ${found.specifier}: ${reason}`);
}

/**
 * @param {string} text
 * @param {string} specifier
 */
function lineOf(text, specifier) {
  return (
    text.split('\n').findIndex((line) => line.includes(`'${specifier}'`) || line.includes(`"${specifier}"`)) +
    1
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const findings = await checkBoundaries(ROOT);
  for (const finding of findings) process.stdout.write(`${finding}\n`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
