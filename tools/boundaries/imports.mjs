import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { FOR_TESTS } from './table.mjs';

/**
 * @typedef {import('./workspaces.mjs').Workspace} Workspace
 *
 * @typedef {object} Source a file with code
 * @property {string} file from the root
 * @property {string} text
 * @property {Workspace} workspace
 * @property {boolean} isTest
 *
 * @typedef {object} Import
 * @property {Source} from
 * @property {string} specifier as it is written
 * @property {'file' | 'node' | 'package'} kind
 * @property {string} target the file's path from the root, the Node module's name, or the package's name
 *
 * @typedef {{ sources: Source[], imports: Import[], cycles: string[][] }} Graph
 */

const FORBID_CYCLES = {
  name: 'cycle',
  severity: /** @type {const} */ ('error'),
  from: {},
  to: { circular: true },
};

/**
 * Reads every import of every workspace, those of types only included.
 *
 * @param {string} root
 * @param {Workspace[]} workspaces
 * @returns {Promise<Graph>} cycles are lists of files, each importing the next, the last the first
 */
export async function readImports(root, workspaces) {
  const { output } = await cruise(['packages', 'apps'], {
    baseDir: root,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|recordings|fixtures)/' },
    validate: true,
    ruleSet: { forbidden: [FORBID_CYCLES] },
  });
  if (typeof output === 'string') throw new TypeError(output);
  const found = output.modules.flatMap((module) => {
    const source = sourceOf(root, module.source, workspaces);
    return source === undefined ? [] : [{ source, module }];
  });
  return {
    sources: found.map(({ source }) => source),
    imports: found.flatMap(({ source, module }) =>
      module.dependencies.map((found) => importOf(source, found)),
    ),
    cycles: cyclesIn(output.summary.violations),
  };
}

/**
 * @param {string} root
 * @param {string} file
 * @param {Workspace[]} workspaces
 * @returns {Source | undefined} undefined for what belongs to no workspace, such as an installed package
 */
function sourceOf(root, file, workspaces) {
  const workspace = workspaces.find(({ folder }) => file.startsWith(`${folder}/`));
  if (workspace === undefined || !/\.[cm]?[jt]sx?$/.test(file)) return undefined;
  return { file, text: readFileSync(join(root, file), 'utf8'), workspace, isTest: isTest(file, workspace) };
}

/**
 * @param {string} file
 * @param {Workspace} workspace
 */
function isTest(file, { folder, short }) {
  return (
    FOR_TESTS.includes(short) ||
    /\.test\.tsx?$/.test(file) ||
    // What runs in an editor is no part of the program either.
    /^(test|bench|editors)\//.test(file.slice(folder.length + 1))
  );
}

/**
 * @param {Source} from
 * @param {import('dependency-cruiser').IDependency} dependency
 * @returns {Import}
 */
function importOf(from, { protocol, module, resolved, coreModule }) {
  const specifier = `${protocol ?? ''}${module}`;
  if (specifier.startsWith('.')) return { from, specifier, kind: 'file', target: resolved };
  if (coreModule) return { from, specifier, kind: 'node', target: specifier };
  return { from, specifier, kind: 'package', target: packageOf(specifier) };
}

/** `@madang/pg/embedded` is of `@madang/pg`. @param {string} specifier */
function packageOf(specifier) {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/**
 * Each cycle is found from every one of its files; told from its first by name, all of these are one.
 *
 * @param {import('dependency-cruiser').IViolation[]} violations
 */
function cyclesIn(violations) {
  const cycles = violations.map(({ cycle = [] }) => {
    const files = cycle.map(({ name }) => name);
    const first = files.indexOf(files.toSorted()[0] ?? '');
    return [...files.slice(first), ...files.slice(0, first)];
  });
  return [...new Map(cycles.map((cycle) => [cycle.join(), cycle])).values()];
}
