import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TEMPLATE = join(import.meta.dirname, 'template');
const PLACEHOLDER = 'roomname';
const NAME = /^[a-z][a-z0-9]{1,30}$/;

/**
 * Makes the folder of a new system, with every kind of file and its test, and hands the system to the house.
 *
 * @param {string} root
 * @param {string} name
 * @returns {string[]} the files written, from the root
 * @throws when the name is not one lower-case word or is taken; nothing is written then
 */
export function furnish(root, name) {
  if (!NAME.test(name)) {
    throw new Error(
      `a system's name is one lower-case word of 2 to 31 letters and digits, not ${JSON.stringify(name)}`,
    );
  }
  const folder = join('apps', name);
  if (existsSync(join(root, folder))) throw new Error(`${folder} is there already; choose another name`);
  const files = new Map([...furniture(root, name), ...registration(root, name)]);
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return [...files.keys()];
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {[string, string][]}
 */
function furniture(root, name) {
  const files = readdirSync(TEMPLATE, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.map((entry) => {
    const file = join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    const target = join('apps', name, named(file.slice(TEMPLATE.length), name));
    return [target, named(entry.name === 'package.json' ? withVersions(root, text) : text, name)];
  });
}

/**
 * The name in place of the placeholder, in small letters or with a capital, as it stands there.
 *
 * @param {string} text
 * @param {string} name
 */
function named(text, name) {
  return text.replaceAll(PLACEHOLDER, name).replaceAll(capitalized(PLACEHOLDER), capitalized(name));
}

/** @param {string} word */
function capitalized(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * Libraries in the versions that the house uses; the template does not repeat them.
 *
 * @param {string} root
 * @param {string} text of a package.json
 */
function withVersions(root, text) {
  const manifest = JSON.parse(text);
  const { dependencies: known } = readJson(join(root, 'packages/system/package.json'));
  for (const library of ['preact', 'zod']) manifest.dependencies[library] = known[library];
  return asJson(manifest);
}

/**
 * What apps/madang says once it knows the system.
 *
 * @param {string} root
 * @param {string} name
 * @returns {[string, string][]}
 */
function registration(root, name) {
  const manifest = readJson(join(root, 'apps/madang/package.json'));
  const dependencies = Object.entries({ ...manifest.dependencies, [`@madang/${name}`]: '*' }).sort();
  const list = readFileSync(join(root, 'apps/madang/src/systems.ts'), 'utf8');
  return [
    ['apps/madang/package.json', asJson({ ...manifest, dependencies: Object.fromEntries(dependencies) })],
    ['apps/madang/src/systems.ts', withSystem(list, name)],
  ];
}

/**
 * @param {string} list the text of apps/madang/src/systems.ts
 * @param {string} name
 */
function withSystem(list, name) {
  const [head, items] = /export const systems: readonly System\[\] = \[([^\]]*)/.exec(list) ?? [];
  if (head === undefined || items === undefined) {
    throw new Error('the list of systems in apps/madang/src/systems.ts is not understood');
  }
  const listed = items.trim().replace(/,$/, '');
  const longer = head.slice(0, head.length - items.length) + (listed === '' ? name : `${listed}, ${name}`);
  return `import { ${name} } from '@madang/${name}';\n${list.replace(head, longer)}`;
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** @param {object} value */
function asJson(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
