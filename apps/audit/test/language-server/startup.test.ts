import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, it } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '../../src');
/** `import … from 'x'` and `export … from 'x'`, but for types; `import 'x'`; `import('x')`. */
const IMPORT =
  /^(?:import|export)\s+(?!type\b)(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
/** `new URL('./x.worker.ts', …)` is run, too. */
const WORKER = /new URL\('(\.[^']+\.worker\.ts)'/g;

/** What a file imports at run time, directly and through others of this app: paths, and names of packages. */
function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  // A comment may speak of a file that is not there.
  if (reached.has(file) || !existsSync(file)) return reached;
  reached.add(file);
  const text = readFileSync(file, 'utf8');
  const names = [...text.matchAll(IMPORT), ...text.matchAll(WORKER)].map(
    ([, one, other]) => one ?? other ?? '',
  );
  for (const name of names) {
    if (name.startsWith('.')) reachedFrom(resolve(dirname(file), name), reached);
    else reached.add(name);
  }
  return reached;
}

it('the server starts without database, HTTP server and house', () => {
  const reached = [...reachedFrom(`${SOURCE}/command/run-lsp.ts`)];
  expect(reached).toEqual(
    expect.arrayContaining([
      `${SOURCE}/language-server/check.worker.ts`,
      `${SOURCE}/rules/index.ts`,
      'vscode-languageserver',
    ]),
  );
  expect(reached.filter((name) => /^@madang\/(?:system|http|pg|telemetry|web|indexer)\b/.test(name))).toEqual(
    // Of the house only how a thread is started, which needs nothing but Node.
    ['@madang/system/threads'],
  );
  const threads = readFileSync(resolve(SOURCE, '../../../packages/system/src/threads.ts'), 'utf8');
  expect([...threads.matchAll(IMPORT)].map(([, name]) => name)).toEqual(['node:worker_threads']);
});
