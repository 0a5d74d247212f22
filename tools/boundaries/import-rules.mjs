import { FOR_TESTS, HOST, MEASURED, OWNERS, PACKAGES, PURE } from './table.mjs';
import { declared } from './workspaces.mjs';

/**
 * @typedef {import('./imports.mjs').Import} Import
 * @typedef {import('./workspaces.mjs').Workspace} Workspace
 * @typedef {{ workspaces: Workspace[], root: import('./workspaces.mjs').Manifest }} House
 * @typedef {(found: Import, house: House) => string | undefined} Rule why an import is wrong, and what would be right
 */

/** Every rule that looks at one import at a time. @type {Rule[]} */
export const IMPORT_RULES = [isDeclared, keepsLayers, keepsOwner, usesEntry, staysInside, keepsDomainPure];

/** @type {Rule} */
function isDeclared({ from, kind, target }, { root }) {
  if (kind !== 'package') return undefined;
  const { manifest, folder } = from.workspace;
  if (declared(manifest).includes(target)) return undefined;
  if (from.isTest && target === manifest.name) return undefined;
  if (!from.isTest) return `${target} is not among the dependencies of ${folder}/package.json`;
  const forTests = { ...manifest.devDependencies, ...root.dependencies, ...root.devDependencies };
  // A module that the program around it brings along, such as an editor's, has its types alone.
  return target in forTests || `@types/${target}` in forTests
    ? undefined
    : `${target} is not among the devDependencies of ${folder}/package.json`;
}

/** @type {Rule} */
function keepsLayers({ from, target }, { workspaces }) {
  const to = workspaces.find(({ manifest }) => manifest.name === target);
  if (to === undefined || to === from.workspace) return undefined;
  if (to.kind === 'app') return isHost(from.workspace) ? undefined : `only apps/${HOST} may import an app`;
  if (from.isTest) return undefined;
  if (FOR_TESTS.includes(to.short)) return `${target} is for tests only`;
  if (from.workspace.kind === 'app' || PACKAGES[from.workspace.short]?.includes(to.short)) return undefined;
  return `${to.short} is not below ${from.workspace.short} (see tools/boundaries/table.mjs)`;
}

/** @type {Rule} */
function keepsOwner({ from, target }) {
  const scope = target.startsWith('@') ? `${target.split('/', 1)[0]}/` : target;
  const owner = OWNERS[target] ?? OWNERS[scope];
  if (owner === undefined || owner === from.workspace.short) return undefined;
  if (MEASURED[from.workspace.short]?.includes(target)) return undefined;
  return `${target} is used through packages/${owner} only`;
}

/** @type {Rule} */
function usesEntry({ specifier, target }, { workspaces }) {
  const to = workspaces.find(({ manifest }) => manifest.name === target);
  if (to === undefined) return undefined;
  const entry = `.${specifier.slice(target.length)}`;
  const entries = Object.keys(to.manifest.exports ?? {});
  return entries.includes(entry) ? undefined : `${target} has the entries ${entries.join(', ')} only`;
}

/** @type {Rule} */
function staysInside({ from, kind, target }, { workspaces }) {
  if (kind !== 'file' || target.startsWith(`${from.workspace.folder}/`)) return undefined;
  const to = workspaces.find(({ folder }) => target.startsWith(`${folder}/`));
  if (to === undefined && from.isTest) return undefined;
  return `a path may not leave ${from.workspace.folder}; import a package by its name`;
}

/** @type {Rule} */
function keepsDomainPure({ from, kind, specifier, target }) {
  const domain = `${from.workspace.folder}/src/domain/`;
  if (from.workspace.kind !== 'app' || from.isTest || !from.file.startsWith(domain)) return undefined;
  if (kind === 'file' ? target.startsWith(domain) : PURE.includes(specifier)) return undefined;
  return `domain/ is pure: it may import ${PURE.join(', ')} and itself`;
}

/** @param {Workspace} workspace */
function isHost({ kind, short }) {
  return kind === 'app' && short === HOST;
}
