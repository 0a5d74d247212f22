import './node-version.mjs';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { say } from './setup/progress.mjs';
import { setUp } from './setup.mjs';

/**
 * What the sources need to run: the packages, and the islands built from the present sources. Ends the process with code 1
 * and a reason when that fails.
 */
export async function prepare() {
  await setUp();
  // Imported only now, as below: it needs the packages.
  const { buildIslands } = await import('./build.mjs');
  await orEnd(buildIslands({ say }));
}

/**
 * As `prepare`, and the program built from the present sources.
 *
 * @returns {Promise<string>} the program's file; `toRun` of foreground.mjs tells how Node runs it
 */
export async function prepareProgram() {
  await prepare();
  const { buildProgram } = await import('./build/program.mjs');
  return (await orEnd(buildProgram({ say }))).program;
}

/** @template T @param {Promise<T>} build */
async function orEnd(build) {
  try {
    return await build;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    say(`not built: ${process.stderr.isTTY ? reason : stripVTControlCharacters(reason)}`);
    process.exit(1);
  }
}

// For the launcher, which then runs what is printed.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(`${await prepareProgram()}\n`);
