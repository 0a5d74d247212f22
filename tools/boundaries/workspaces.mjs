import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Manifest what concerns us of a package.json
 * @property {string} name
 * @property {Record<string, unknown>} [exports]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {Record<string, string>} [peerDependencies]
 *
 * @typedef {object} Workspace
 * @property {string} folder from the root, as `packages/pg`
 * @property {string} short its folder's own name, by which the table knows it
 * @property {'package' | 'app'} kind
 * @property {Manifest} manifest
 */

/** Every workspace under `packages/` and `apps/`. @param {string} root @returns {Workspace[]} */
export function readWorkspaces(root) {
  return [...readGroup(root, 'packages', 'package'), ...readGroup(root, 'apps', 'app')];
}

/**
 * @param {string} root
 * @param {string} group
 * @param {Workspace['kind']} kind
 * @returns {Workspace[]}
 */
function readGroup(root, group, kind) {
  return readdirSync(join(root, group))
    .filter((short) => existsSync(join(root, group, short, 'package.json')))
    .map((short) => {
      const folder = `${group}/${short}`;
      return { folder, short, kind, manifest: readManifest(join(root, folder)) };
    });
}

/** @param {string} folder @returns {Manifest} */
export function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** What the sources of a workspace may rely on. @param {Manifest} manifest */
export function declared({ dependencies, optionalDependencies, peerDependencies }) {
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
}
