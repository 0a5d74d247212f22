import { FOR_TESTS, PACKAGES } from './table.mjs';

/**
 * @typedef {import('./imports.mjs').Graph} Graph
 * @typedef {import('./imports.mjs').Source} Source
 * @typedef {import('./workspaces.mjs').Workspace} Workspace
 */

/**
 * What is wrong with the package.json of a workspace.
 *
 * @param {Workspace} workspace
 * @param {Graph} graph
 * @returns {string[]}
 */
export function checkManifest(workspace, graph) {
  const { dependencies = {}, devDependencies = {} } = workspace.manifest;
  return [
    ...checkPlace(workspace),
    ...Object.keys(dependencies).flatMap((name) => checkDependency(workspace, name, graph)),
    ...Object.keys(devDependencies)
      .filter((name) => !isUsed(name, sourcesOf(workspace, graph), graph))
      .map((name) => `devDependency ${name} is used nowhere; remove it`),
  ];
}

/** @param {Workspace} workspace */
function checkPlace({ kind, short }) {
  if (kind === 'app' || short in PACKAGES || FOR_TESTS.includes(short)) return [];
  return [`${short} has no place in the house; give it one in tools/boundaries/table.mjs`];
}

/**
 * @param {Workspace} workspace
 * @param {string} name
 * @param {Graph} graph
 */
function checkDependency(workspace, name, graph) {
  const all = sourcesOf(workspace, graph);
  if (FOR_TESTS.includes(name.replace('@madang/', '')))
    return [`${name} is for tests: move it to devDependencies`];
  if (!isUsed(name, all, graph)) return [`dependency ${name} is used nowhere; remove it`];
  const inSources =
    FOR_TESTS.includes(workspace.short) ||
    isUsed(
      name,
      all.filter(({ isTest }) => !isTest),
      graph,
    );
  return inSources ? [] : [`dependency ${name} is used in tests only; move it to devDependencies`];
}

/**
 * @param {Workspace} workspace
 * @param {Graph} graph
 */
function sourcesOf(workspace, { sources }) {
  return sources.filter((source) => source.workspace === workspace);
}

/**
 * Imported, or named in a string (a file of the package is looked up), or drawn with.
 *
 * @param {string} name
 * @param {Source[]} sources
 * @param {Graph} graph
 */
function isUsed(name, sources, { imports }) {
  return (
    imports.some(({ from, target }) => target === name && sources.includes(from)) ||
    sources.some(({ text }) => new RegExp(`['"\`]${name}(/[^'"\`]*)?['"\`]`).test(text)) ||
    (name === 'preact' && sources.some(({ file }) => file.endsWith('.tsx')))
  );
}
