// Builds dist/madang-audit.vsix, which VS Code installs: `node apps/audit/editors/vscode/build.mjs`. The editor brings `vscode` along.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { rolldown } from 'rolldown';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What is installed beside the program. */
const FILES = [
  'package.json',
  'package.nls.json',
  'package.nls.ko.json',
  'l10n/bundle.l10n.ko.json',
  'README.md',
];
/** The first that a zip can say, so that the same files make the same package. */
const MTIME = '1980-01-01T00:00:00';

/** @param {string} file where the one file of the extension goes */
export async function buildExtension(file) {
  const bundled = await rolldown({
    input: at('src/extension.ts'),
    platform: 'node',
    external: ['vscode'],
    tsconfig: false,
    transform: { target: 'node20' },
  });
  try {
    await bundled.write({ file, format: 'cjs', codeSplitting: false, minify: true });
  } finally {
    await bundled.close();
  }
}

/**
 * @param {string} program what `buildExtension` has built
 * @param {string} file where the package goes
 */
export function packExtension(program, file) {
  const files = FILES.map((path) => [path, readFileSync(at(path))]);
  const all = [...files, ['dist/extension.cjs', readFileSync(program)]];
  const entries = Object.fromEntries(all.map(([path, content]) => [`extension/${path}`, content]));
  writeFileSync(file, zipSync(entries, { mtime: MTIME }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const program = at('dist/extension.cjs');
  await buildExtension(program);
  packExtension(program, at('dist/madang-audit.vsix'));
}
