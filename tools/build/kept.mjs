/**
 * A build that is kept until one of the files that went into it changes:
 *
 *   <dist>/files/<name>-<hash>…    what was built; named after its content, never changed
 *   <dist>/manifest.json           { entry, files, inputs }, written last; `inputs` holds the hashes of what went in
 *
 * Two builders at once do no harm: they write the same files, each by renaming a whole one into place.
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
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

// Whoever was started before this build may still ask for files of the last one.
const KEEP_OLD_FILES_MS = 24 * 60 * 60 * 1000;

/**
 * @typedef {object} Place
 * @property {string} root the folder that inputs are told relative to
 * @property {string} dist
 *
 * @typedef {{ entry: string, files: string[], inputs: Record<string, string | null> }} Manifest
 * @typedef {{ fileName: string, content: string | Uint8Array, moduleIds: readonly string[] }} BuiltFile
 */

/**
 * @param {import('vite').Rolldown.OutputChunk | import('vite').Rolldown.OutputAsset} file
 * @returns {BuiltFile}
 */
export function builtFile(file) {
  const { fileName } = file;
  return file.type === 'chunk'
    ? { fileName, content: file.code, moduleIds: file.moduleIds }
    : { fileName, content: file.source, moduleIds: [] };
}

/** The state of a file's content; null when it is not there. @param {string} file */
function hashOf(file) {
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16) : null;
}

/**
 * Whether what was built last is all there, and nothing that went into it has changed.
 *
 * @param {Place} place
 */
export function isCurrent({ root, dist }) {
  const manifest = readManifest(dist);
  return (
    manifest !== null &&
    manifest.files.every((file) => existsSync(join(dist, 'files', file))) &&
    Object.entries(manifest.inputs).every(([input, hash]) => hashOf(join(root, input)) === hash)
  );
}

/**
 * @param {Place} place
 * @param {object} build
 * @param {readonly BuiltFile[]} build.files
 * @param {string} build.entry name of the file that is loaded first
 * @param {number} build.start when it began, in milliseconds since the epoch
 * @param {readonly string[]} build.tools what shapes every build and is in none: the builder itself, the lock file
 */
export function keepBuild({ root, dist }, { files, entry, start, tools }) {
  const folder = join(dist, 'files');
  mkdirSync(folder, { recursive: true });
  for (const { fileName, content } of files) replaceFile(join(folder, fileName), content);
  const last = readManifest(dist)?.files ?? [];
  const names = files.map(({ fileName }) => fileName);
  const inputs = Object.fromEntries(
    inputsOf(files, root, tools).map((path) => [path, hashUnlessNewer(join(root, path), start)]),
  );
  replaceFile(join(dist, 'manifest.json'), `${JSON.stringify({ entry, files: names, inputs }, null, 2)}\n`);
  removeOld(folder, names, last);
}

/**
 * Puts a whole file in place of another one: nobody sees a part of it.
 *
 * @param {string} path
 * @param {string | Uint8Array} content
 */
export function replaceFile(path, content) {
  const draft = join(dirname(path), `.${randomUUID()}`);
  writeFileSync(draft, content);
  renameSync(draft, path);
}

/** @param {string} dist @returns {Manifest | null} */
function readManifest(dist) {
  const path = join(dist, 'manifest.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/**
 * No hash for what was changed while it was built: nobody knows which state went in, so it is built again.
 *
 * @param {string} file
 * @param {number} start
 */
function hashUnlessNewer(file, start) {
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return changed >= start ? 'changed' : hashOf(file);
}

/**
 * The project's own modules in the build, and the manifests that say how imports are resolved. For the packages from npm
 * stands the lock file.
 *
 * @param {readonly BuiltFile[]} files
 * @param {string} root
 * @param {readonly string[]} tools
 */
function inputsOf(files, root, tools) {
  const modules = files
    .flatMap(({ moduleIds }) => moduleIds)
    .filter((id) => id.startsWith(`${root}${sep}`) && !id.includes(`${sep}node_modules${sep}`))
    .map((id) => relative(root, id.replace(/\?.*/s, '')));
  const manifests = modules.map((path) => join(...path.split(sep).slice(0, 2), 'package.json'));
  return [...new Set([...tools, ...manifests, ...modules])].sort();
}

/**
 * @param {string} folder
 * @param {readonly string[]} present
 * @param {readonly string[]} last files of the build before, which grow old only from now on
 */
function removeOld(folder, present, last) {
  const now = new Date();
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity };
    if (present.includes(name) || mtimeMs === Infinity) continue;
    if (last.includes(name)) utimesSync(path, now, now);
    else if (now.getTime() - mtimeMs > KEEP_OLD_FILES_MS) rmSync(path, { force: true });
  }
}
