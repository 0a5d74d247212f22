import './node-version.mjs';
import { pathToFileURL } from 'node:url';
import { say } from './setup/progress.mjs';
import { setUp } from './setup.mjs';

/** Everything that must be there before the house opens: the packages, and the islands built from the present sources. */
export async function prepare() {
  await setUp();
  // Imported only now: it needs the packages.
  const { buildIslands } = await import('./build.mjs');
  await buildIslands({ say });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await prepare();
