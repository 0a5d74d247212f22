import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkLinks } from './documents/check-links.mjs';
import { checkMachineTraces } from './documents/check-machine-traces.mjs';
import { checkNamedPaths } from './documents/check-named-paths.mjs';
import { listFiles, readText } from './documents/files.mjs';
import { ROOT } from './root.mjs';

/**
 * Checks that documents lead somewhere and that no text tells of one machine.
 *
 * @param {string} root
 * @returns {string[]} one line for each finding; none when all is well
 */
export function checkDocuments(root) {
  const files = listFiles(root);
  const paths = new Set(['.', ...files.flatMap(withFolders)]);
  const texts = files.flatMap((file) => {
    const text = readText(join(root, file));
    return text === undefined ? [] : [/** @type {[string, string]} */ ([file, text])];
  });
  const pages = new Map(texts.filter(([file]) => file.endsWith('.md')));
  return [...checkLinks(pages, paths), ...checkNamedPaths(pages, paths), ...checkMachineTraces(texts)].sort();
}

/** `a/b/c` is there, and so are `a/b` and `a`. @param {string} file @returns {string[]} */
function withFolders(file) {
  const folder = posix.dirname(file);
  return folder === '.' ? [file] : [file, ...withFolders(folder)];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const findings = checkDocuments(ROOT);
  for (const finding of findings) process.stdout.write(`${finding}\n`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
