import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire, SourceMap } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { debuglog } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// Copied beside a program whose code V8 has compiled before, and runs it. Node 20 takes compiled code for scripts alone, not for
// modules, so the files are CommonJS and are loaded here. `--keep-code FILE` in front of the arguments writes down what this run
// has compiled.

// V8 of Node 20 optimises a function after 66 kB of its code have run, often before it has seen what comes, and then again. Three times
// as late, checks of 2,000 and of 61,000 lines took a third less CPU; six times as late, what runs for long is slow for longer.
if (process.version.startsWith('v20.')) setFlagsFromString('--interrupt-budget=200000');

const folder = join(import.meta.dirname, 'files');
const { entry } = JSON.parse(readFileSync(join(import.meta.dirname, 'manifest.json'), 'utf8'));
const kept = process.argv[2] === '--keep-code' ? process.argv.splice(2, 2)[1] : undefined;

// NODE_DEBUG=compiled-code tells whether the kept code was taken.
const debug = debuglog('compiled-code');

/** @type {Map<string, { exports: unknown }>} */
const modules = new Map();
/** @type {Map<string, import('node:vm').Script>} */
const scripts = new Map();
const compiled = kept === undefined ? readCode() : new Map();
const requireOfNode = createRequire(join(folder, entry));

/** What was compiled, by the name of its file: a line of JSON with the lengths, and the code behind it. @returns {Map<string, Buffer>} */
function readCode() {
  try {
    const all = readFileSync(join(folder, `${entry}.${process.version}-${process.arch}.code`));
    const start = all.indexOf(10) + 1;
    let at = start;
    return new Map(
      Object.entries(JSON.parse(all.toString('utf8', 0, start))).map(([name, length]) => [
        name,
        all.subarray(at, (at += length)),
      ]),
    );
  } catch {
    // It is slower without.
    return new Map();
  }
}

/** @param {string} file */
function writeCode(file) {
  const all = [...scripts].map(([name, script]) => /** @type {const} */ ([name, script.createCachedData()]));
  const lengths = Object.fromEntries(all.map(([name, { length }]) => [name, length]));
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(`${JSON.stringify(lengths)}\n`), ...all.map(([, data]) => data)]),
  );
}

const HEAD = '(function (exports, require, module, __filename, __dirname) { ';

/** @param {string} name @returns {unknown} */
function load(name) {
  const known = modules.get(name);
  if (known !== undefined) return known.exports;
  const file = join(folder, name);
  const module = { exports: {} };
  modules.set(name, module);
  const script = new Script(`${HEAD}${readFileSync(file, 'utf8')}\n})`, {
    filename: file,
    columnOffset: -HEAD.length,
    cachedData: compiled.get(name),
  });
  debug('%s %s', name, script.cachedDataRejected === false ? 'was compiled before' : 'is compiled now');
  if (kept !== undefined) scripts.set(name, script);
  script.runInThisContext()(module.exports, requireFrom, module, file, folder);
  return module.exports;
}

/** @param {string} id */
const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : requireOfNode(id));

/** @type {Map<string, SourceMap | undefined>} */
const maps = new Map();

/** @param {string} file */
function mapOf(file) {
  if (!maps.has(file)) maps.set(file, readMap(file));
  return maps.get(file);
}

/** @param {string} file */
function readMap(file) {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  } catch {
    // Packages from npm have none.
    return undefined;
  }
}

/** A line of a stack with its place in the sources. @param {NodeJS.CallSite} site */
function placed(site) {
  const [file, line, column] = [
    site.getFileName() ?? '',
    site.getLineNumber() ?? 1,
    site.getColumnNumber() ?? 1,
  ];
  const map = dirname(file) === folder ? mapOf(file) : undefined;
  const found = map?.findEntry(line - 1, column - 1);
  if (found === undefined || !('originalSource' in found)) return String(site);
  const place = `${resolve(folder, found.originalSource)}:${found.originalLine + 1}:${found.originalColumn + 1}`;
  return String(site).replace(`${file}:${line}:${column}`, place);
}

// Node knows the maps of what it has loaded itself.
Error.prepareStackTrace = (error, sites) =>
  [Error.prototype.toString.call(error), ...sites.map((site) => `    at ${placed(site)}`)].join('\n');

if (kept !== undefined) process.once('exit', () => writeCode(kept));
load(entry);
